"""What the command line says, in the tool's two languages. Problems have theirs in problems/catalogue/."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        # help
        "portail": "Construire et vérifier le portail d’un territoire.",
        "build": "construire le portail et le publier dans son dossier",
        "check": "dire ce qui ne va pas, où, et comment le corriger",
        "spelling": "dire aussi quels mots les dictionnaires n’ont pas (voir docs/editeurs/ecriture.md)",
        "sentences": "dire aussi où sont les phrases de plus de 30 mots",
        "serve": "montrer le site sur cet ordinateur, et recharger les pages quand un fichier change",
        "merge": "réunir en un site les parties que plusieurs machines ont construites (build --shard)",
        "find": "trouver un territoire et son code",
        "init": "écrire un nouveau portail",
        "confirm": "dire ce qui est à vérifier de nouveau, ou écrire que ces fiches ont été vérifiées aujourd’hui",
        "markdown-format": "comment écrire la réponse ; markdown : pour un ticket du dépôt, dans la langue du portail",
        "links": "dire quels liens vers d’autres sites ne répondent plus, ou ont changé d’adresse",
        "links-history": "le fichier où noter ce qui n’a pas répondu (par défaut : .portail/links.json)",
        "confirm-files": "les fiches vérifiées ; sans elles, la liste de ce qui est à vérifier",
        "translations": "dire ce qui reste à traduire ou à relire, et qui s’en occupe",
        "translations-action": "« confirm » : écrire dans des traductions qu’elles ont été relues "
        "à côté de l’original d’aujourd’hui",
        "translations-files": "avec confirm : les fichiers des traductions relues",
        "translations-all": "avec confirm : toutes les traductions du portail",
        "overrides": "dire qui adapte quel bloc, et ce qui a changé depuis que l’adaptation a été relue à côté de lui",
        "overrides-name": "un bloc (son id), ou un territoire (code ou nom) et ceux qu’il contient ; "
        "pour un bloc, ce qui a changé est montré mot par mot",
        "stale": "seulement ce qui est à relire",
        "confirm-ids": "écrire dans ces adaptations (par leur id) qu’elles ont été relues à côté du bloc d’aujourd’hui",
        "all": "avec --confirm : toutes celles qui seraient montrées",
        "overrides-format": "comment écrire la réponse",
        "root": "le dossier du portail (par défaut : ici)",
        "lang": "langue des messages",
        "jobs": "nombre de processus (par défaut : tous les cœurs)",
        "output": "où publier (par défaut : site_dir de mkdocs.yml)",
        "no-paper": "ne pas faire les guides à imprimer (PDF), ni les liens vers eux",
        "counts": "construire même si rien n’a changé, et compter dans ce fichier (JSON) ce qui a été fait",
        "shard": "ne construire qu’une partie du site, la K-ième de N, pour « merge » "
        "(par défaut dans un dossier à côté de site_dir : site-K-of-N)",
        "shard-form": "une partie du site s’écrit K/N, par exemple 2/5 : la deuxième de cinq",
        "merge-folders": "les dossiers de toutes les parties, dans n’importe quel ordre",
        "format": "comment écrire les problèmes",
        "host": "où écouter (par défaut : cet ordinateur seulement)",
        "port": "sur quel port (par défaut : 8000)",
        "words": "un nom, un code postal ou un code officiel",
        "folder": "un dossier vide ou nouveau",
        "print": "imprimer en PDF le guide d’un territoire",
        "paper": "quoi imprimer : pack (guide), leaflet (dépliant de comptoir), flyer (prospectus : une page "
        "pour une entreprise), poster (affiche), children (enfants : leur livret)",
        "paper-lang": "la langue de ce qui est imprimé (par défaut : la première du portail)",
        "paper-output": "le fichier à écrire (par défaut : NOM-FORMAT-LANGUE.pdf, ici)",
        "number": "un nombre entre {least} et {most}",
        # while it works
        "progress.reading": "lecture…\n",
        "progress.checking": "vérification…\n",
        "progress.pictures": "images {done}/{total}\n",
        "progress.paper": "guides à imprimer {done}/{total}\n",
        "progress.pages": "pages {done}/{total}\n",
        # what was done
        "built": "{pages} pages ({files} fichiers, {megabytes} Mo){anew} en {seconds} s, dans {folder}\n"
        "Pour les voir : {look}\n",
        "anew.none": ", dont aucune refaite,",
        "anew.one": ", dont une refaite,",
        "anew.other": ", dont {made} refaites,",
        "unchanged": "Rien n’a changé : {folder} est à jour, avec {pages} pages ({files} fichiers, {megabytes} Mo). "
        "Vérifié en {seconds} s.\n"
        "Pour les voir : {look}\n",
        "built-shard": "Partie {shard} du site : {pages} pages ({files} fichiers, {megabytes} Mo) en {seconds} s, "
        "dans {folder}\n"
        "Quand toutes les parties sont là : {look} DOSSIER DOSSIER…\n",
        "unchanged-shard": "Rien n’a changé : {folder} est à jour, avec la partie {shard} du site, {pages} pages "
        "({files} fichiers, {megabytes} Mo). Vérifié en {seconds} s.\n"
        "Quand toutes les parties sont là : {look} DOSSIER DOSSIER…\n",
        "without-paper": "« serve » montre le site sur cet ordinateur seulement, sans les guides à imprimer (PDF) : "
        "ce que vous publiez ne change pas.\n"
        "Pour faire le site à publier : {again}\n",
        "served": "http://{host}:{port}/ (Ctrl-C pour arrêter)\n",
        "shown": "{pages} pages à jour, en {seconds} s\n",
        "shown-as-before": "Jusqu’à ce que ces erreurs soient corrigées, le site montré reste celui d’avant.\n",
        "not-shown": "Rien ne sera montré avant que ces erreurs soient corrigées.\n",
        "no-page": "Cette page ne peut pas être montrée",
        "written": "Portail écrit dans {folder}. Pour le voir : {look}\n"
        "À changer d’abord :\n"
        "  data/portal.yml            le nom (name), la devise (tagline), le code de votre territoire (territory)\n"
        "  data/territories/          vos territoires, et ce qui contient quoi\n"
        "  mkdocs.yml                 le nom du site (site_name) et son adresse (site_url)\n"
        "  engine.txt                 d’où vient le moteur du portail, et sa version\n"
        "  content/pages/legal.md     qui publie le site, et où il est hébergé\n",
        # what was not
        "none-found": "Aucun territoire du portail ne correspond à « {words} ».\n",
        "may-be-meant": "Pensiez-vous à : {names} ?\n",
        "more-found": "Il y en a d’autres : les {shown} premiers sont montrés. Précisez le nom ou le code postal.\n",
        "printed": "{path} : {pages} pages, {kilobytes} ko\n",
        "printed-one": "{path} : 1 page, {kilobytes} ko\n",
        "several-found": "Plusieurs territoires correspondent à « {words} » : relancez la commande "
        "avec le code de l’un d’eux.\n",
        "several-coded": "« {words} » est le code officiel d’un territoire et le code postal d’un autre : relancez la "
        "commande avec le nom, suivi s’il le faut de ce qui le contient (Dax, Landes).\n",
        "no-such-language": "Le portail n’a pas la langue « {named} ». Il a : {known}.\n",
        "no-such-format": "Aucun format ne s’appelle « {named} ». Il y a : {known}.\n",
        "format-meant": "Aucun format ne s’appelle « {named} ». Vouliez-vous dire : {meant} ?\n",
        "not-written": "{path} n’a pas pu être écrit : {error}.\n",
        "counts-not-written": "{path} n’a pas pu être écrit : {error}. Rien n’a été construit.\n",
        "no-root": "Il n’y a pas de dossier {root}.\n→ Donnez à --root le dossier d’un portail.\n",
        "not-empty": "Le dossier {folder} n’est pas vide : rien n’a été écrit.\n",
        "port-taken": "Le port {port} est déjà pris, sans doute par un autre « serve » : rien n’a été construit.\n"
        "→ Arrêtez l’autre (Ctrl-C), ou prenez un autre port : {again}\n",
        "stopped-by-theme": "La construction s’est arrêtée sur un fichier du thème.\n{error}\n"
        "→ S’il est dans le dossier theme/ de votre portail, corrigez-le ; sinon, c’est un défaut du programme.\n"
        "Pour la signaler avec le détail : PORTAIL_TRACEBACK=1 portail …\n",
        "stopped": "Le portail s’est arrêté sur un défaut du programme, et le site publié n’a pas changé.\n"
        "{error}\nPour le signaler avec le détail : PORTAIL_TRACEBACK=1 portail …\n",
        "stopped-by-disk": "Le portail n’a pas pu lire ou écrire un fichier (ou ouvrir un port) ; "
        "le site publié n’a pas changé.\n{error}\n"
        "→ Regardez si ce fichier existe, si ce compte y a droit et s’il reste de la place, puis relancez.\n",
        "stopped-in-place": "Le portail s’est arrêté sur une faute du programme. L’hôte avait déjà vidé le dossier du "
        "site : il n’est pas entier, ne le publiez pas.\n{error}\n"
        "Pour le signaler avec le détail : la même commande, après PORTAIL_TRACEBACK=1\n",
        "stopped-by-disk-in-place": "Le portail n’a pas pu lire ou écrire un fichier. L’hôte avait déjà vidé le "
        "dossier du site : il n’est pas entier, ne le publiez pas.\n{error}\n"
        "→ Regardez si ce fichier existe, si ce compte y a droit et s’il reste de la place, puis relancez. "
        "« portail build » laisse, lui, le site d’avant en place jusqu’à ce que le nouveau soit entier.\n",
        # portail overrides
        "mode.replace": "remplace",
        "mode.append": "complète après",
        "mode.prepend": "complète avant",
        "mode.hide": "masque",
        "reading.current": "à jour",
        "reading.older": "à relire",
        "reading.older-parts": "à relire : {parts}",
        "reading.never": "jamais confirmée",
        "against": "relue à côté de {edition}",
        "against-on": "relue le {day} à côté de {edition}",
        "block-changed": "bloc changé le {day} par {author} : « {subject} » ({commit})",
        "part.title": "titre",
        "part.text": "texte",
        "part.see": "à voir",
        "in-no-guide": "dans aucun guide",
        "audiences": "pour {audiences}",
        "blocks.one": "{n} bloc adapté",
        "blocks.other": "{n} blocs adaptés",
        "by.one": "par {n} territoire",
        "by.other": "par {n} territoires",
        "older.one": "{n} adaptation à relire",
        "older.other": "{n} adaptations à relire",
        "never.one": "{n} jamais confirmée",
        "never.other": "{n} jamais confirmées",
        "adapted": "{blocks} {by} ; {to_do}.\n",
        "not-adapted": "Personne n’adapte le bloc « {name} ».\n",
        "none-there": "Aucune adaptation n’est écrite ici : {name}.\n",
        "shown-too": "Son guide montre aussi celles de : {names}.\n",
        "none-stale": "Rien n’est à relire.\n",
        "none-adapted": "Aucun bloc n’est adapté.\n",
        "since": "Ce qui a changé dans « {above} » depuis que l’adaptation « {id} » a été relue "
        "([-avant-] {{+après+}}) :\n",
        "since-unknown": "Ce qui a changé dans « {above} » depuis que l’adaptation « {id} » a été relue "
        "n’est pas connu : {why}\n",
        "history.no-git": "Git n’est pas installé ici.",
        "history.no-history": "ce fichier n’a pas d’historique Git ici.",
        "history.not-found": "aucune version de ce fichier dans l’historique Git d’ici n’est celle qui a été relue.",
        "history.too-long": "chercher dans l’historique Git a pris trop de temps.",
        "confirm-which": "Nommez les adaptations relues (--confirm ID ID), "
        "ou dites que toutes l’ont été (--confirm --all).\n",
        "confirm-alone": "--all va avec --confirm : rien n’a été écrit.\n",
        "confirm-unknown": "Aucune adaptation ne s’appelle « {id} » : rien n’a été écrit.\n",
        "confirm-written": "{path} : against: {edition}\n",
        "confirm-already": "{path} : déjà confirmé\n",
        "confirm-refused": "{path} : cette ligne est à écrire à la main : against: {edition}\n",
        "confirm-disk": "{path} : {error} ; rien n’y a été écrit.\n",
        # portail confirm
        "confirm-no-entry": "{path} n’est pas une fiche du portail : rien n’a été écrit.\n",
        "reviews-none": "Rien n’est à vérifier de nouveau.\n",
        "review-since": "à vérifier depuis le {day}",
        "review-never": "jamais vérifiée",
        "review-on": "à vérifier le {day}",
        "reviews-title": "Fiches à vérifier, et ce qui finit",
        "reviews-about": "Vérifiez chaque fait à sa source, puis changez la date « verified_on » de la fiche.",
        "reviews-due": "À vérifier",
        "reviews-ahead": "Dans les trente jours",
        "reviews-ending": "Ce qui finit ou a fini",
        "consent-until": "l’accord vaut jusqu’au {day}",
        "issue-kept": "Cette liste est tenue à jour chaque semaine. Le ticket se ferme seul quand elle est vide.",
        "issue-more": "et {n} autres",
        # portail links
        "links-title": "Liens vers d’autres sites à corriger",
        "links-about": "Chaque lien est suivi des endroits des fichiers où il est écrit.",
        "links-dead": "Ne répondent plus",
        "links-moved": "Ont changé d’adresse pour de bon",
        "link-since": "depuis le {day} : {why}",
        "link-to": "écrivez {to}",
        "links-none": "Aucun lien n’est à corriger.\n",
        "links-asked": "Adresses interrogées : {asked}. "
        "Sans réponse, mais depuis moins de {days} jours de contrôle : {waiting}.\n",
        "links-offline": "Aucune adresse n’a répondu : cet ordinateur n’a sans doute pas de réseau. "
        "Rien n’a été noté.\n",
        "why.gone": "la page n’y est plus ({status})",
        "why.server": "le serveur est en panne ({status})",
        "why.status": "le serveur refuse ({status})",
        "why.address": "l’adresse est mal écrite",
        "why.certificate": "le certificat du site n’est pas valable",
        "why.name": "ce nom de domaine n’existe pas",
        "why.redirects": "l’adresse renvoie sans fin à une autre",
        "why.silent": "le serveur ne répond pas",
        "why.timeout": "le serveur met plus de vingt secondes à répondre",
        # portail check
        "long-sentences": "Phrases de plus de {most} mots : {count} (la plus longue, {words} : {place}).",
        "spelling-library": "L’orthographe n’a pas été vérifiée : il faut d’abord « pip install spylls ».\n",
        "spelling-dictionaries": "L’orthographe n’a pas été vérifiée dans ces langues, faute de dictionnaire : "
        "{missing}. La variable DICPATH dit où chercher (docs/editeurs/ecriture.md).\n",
        # portail translations
        "files.one": "{n} fichier",
        "files.other": "{n} fichiers",
        "words.one": "{n} mot",
        "words.other": "{n} mots",
        "translations-none": "Tout est traduit, et rien n’a changé depuis.\n",
        "translations-in": "À traduire en {language} ({work})",
        "translations-missing": "Sans traduction",
        "translations-older": "À relire : l’original a changé",
        "translations-orphan": "À relire : la traduction a des titres que l’original n’a pas",
        "translations-machine": "Traduit par une machine, jamais relu",
        "translations-read": "relue le {day}",
        "translations-owners": "Qui s’en occupe",
        "translations-nobody": "personne de nommé (owner:)",
        "translations-which": "Nommez les traductions relues (portail translations confirm FICHIER…), "
        "ou dites que toutes l’ont été (--all).\n",
        "translations-unknown": "{path} n’est pas une traduction du portail : rien n’a été écrit.\n",
        "line-written": "{path} : {line}\n",
        "line-already": "{path} : déjà à jour\n",
        "line-refused": "{path} : cette ligne est à écrire à la main : {line}\n",
        "with-errors": "Le portail a des erreurs : il peut manquer des adaptations. Pour les voir : {look}\n",
        "no-such-name": "Aucun bloc ni territoire du portail ne correspond à « {name} ».\n",
    },
    "en": {
        "portail": "Build and check the portal of a territory.",
        "build": "build the portal and publish it into its folder",
        "check": "say what is wrong, where, and how to mend it",
        "spelling": "also say which words the dictionaries do not have (see docs/editors/writing.md)",
        "sentences": "also say where sentences of more than 30 words are",
        "serve": "show the site on this computer, and reload its pages when a file changes",
        "merge": "put together as one site the parts that several machines have built (build --shard)",
        "find": "find a territory and its code",
        "init": "write a new portal",
        "confirm": "say what is to be checked again, or write that these entries have been checked today",
        "markdown-format": "how to write the answer; markdown: an issue of the repository, in the portal's language",
        "links": "say which links to other sites no longer answer, or have moved",
        "links-history": "the file in which to note what did not answer (default: .portail/links.json)",
        "confirm-files": "the entries that were checked; without any, the list of what is to be checked",
        "translations": "say what is still to translate or to read again, and who looks after it",
        "translations-action": "`confirm`: write into translations that they have been read beside today's original",
        "translations-files": "with confirm: the files of the translations that were read",
        "translations-all": "with confirm: all translations of the portal",
        "overrides": "say who adapts which block, and what has changed since the adaptation was read beside it",
        "overrides-name": "a block (its id), or a territory (code or name) and those it contains; "
        "for a block, what has changed is shown word by word",
        "stale": "only what is to be read again",
        "confirm-ids": "write into these adaptations (by id) that they have been read beside the block as it is today",
        "all": "with --confirm: all those that would be shown",
        "overrides-format": "how to write the answer",
        "root": "the portal's folder (default: here)",
        "lang": "language of the messages",
        "jobs": "processes to use (default: every core)",
        "output": "where to publish (default: site_dir of mkdocs.yml)",
        "no-paper": "leave out the printed guides (PDF), and the links to them",
        "counts": "build even if nothing has changed, and count in this file (JSON) what was done",
        "shard": "build only one part of the site, number K of N, for “merge” "
        "(by default in a folder beside site_dir: site-K-of-N)",
        "shard-form": "a part of the site is written K/N, for example 2/5: the second of five",
        "merge-folders": "the folders of all parts, in any order",
        "format": "how to write the problems",
        "host": "where to listen (default: this computer only)",
        "port": "on which port (default: 8000)",
        "words": "a name, a postal code or an official code",
        "folder": "an empty or new folder",
        "print": "print the guide of a territory as PDF",
        "paper": "what to print: the whole guide (pack), the counter leaflet (leaflet), the page for a company "
        "(flyer), the poster (poster), the children's booklet (children)",
        "paper-lang": "the language of what is printed (default: the portal's first)",
        "paper-output": "the file to write (default: NAME-FORMAT-LANGUAGE.pdf, here)",
        "number": "a number from {least} to {most}",
        "progress.reading": "reading…\n",
        "progress.checking": "checking…\n",
        "progress.pictures": "{done}/{total} pictures\n",
        "progress.paper": "{done}/{total} printed guides\n",
        "progress.pages": "{done}/{total} pages\n",
        "built": "{pages} pages ({files} files, {megabytes} MB){anew} in {seconds} s, in {folder}\n"
        "To look at them: {look}\n",
        "anew.none": ", none of them made anew,",
        "anew.one": ", one of them made anew,",
        "anew.other": ", {made} of them made anew,",
        "unchanged": "Nothing has changed: {folder} is up to date, with {pages} pages ({files} files, {megabytes} MB). "
        "Checked in {seconds} s.\nTo look at them: {look}\n",
        "built-shard": "Part {shard} of the site: {pages} pages ({files} files, {megabytes} MB) in {seconds} s, "
        "in {folder}\n"
        "When all parts are there: {look} FOLDER FOLDER…\n",
        "unchanged-shard": "Nothing has changed: {folder} is up to date, with part {shard} of the site, {pages} pages "
        "({files} files, {megabytes} MB). Checked in {seconds} s.\n"
        "When all parts are there: {look} FOLDER FOLDER…\n",
        "without-paper": "“serve” shows the site on this computer only, without the printed guides (PDF): "
        "what you publish stays as it is.\n"
        "To make the site to publish: {again}\n",
        "served": "http://{host}:{port}/ (Ctrl-C to stop)\n",
        "shown": "{pages} pages up to date, in {seconds} s\n",
        "shown-as-before": "Until these errors are mended, the site that is shown stays as it was.\n",
        "not-shown": "Nothing will be shown before these errors are mended.\n",
        "no-page": "This page cannot be shown",
        "written": "Portal written in {folder}. To look at it: {look}\n"
        "Change first:\n"
        "  data/portal.yml            the name, the tagline, the code of your territory\n"
        "  data/territories/          your territories, and what contains what\n"
        "  mkdocs.yml                 the name of the site (site_name) and its address (site_url)\n"
        "  engine.txt                 where the portal's engine comes from, and its version\n"
        "  content/pages/legal.md     who publishes the site, and where it is hosted\n",
        "none-found": "No territory of the portal matches “{words}”.\n",
        "may-be-meant": "Did you mean: {names}?\n",
        "more-found": "There are others: the first {shown} are shown. Give more of the name or of the postal code.\n",
        "printed": "{path}: {pages} pages, {kilobytes} kB\n",
        "printed-one": "{path}: 1 page, {kilobytes} kB\n",
        "several-found": "Several territories match “{words}”: repeat the command with the code of one of them.\n",
        "several-coded": "“{words}” is the official code of one territory and the postal code of another: repeat the "
        "command with the name, followed if need be by what contains it (Dax, Landes).\n",
        "no-such-language": "The portal does not have the language “{named}”. It has: {known}.\n",
        "no-such-format": "No format is called “{named}”. There are: {known}.\n",
        "format-meant": "No format is called “{named}”. Did you mean: {meant}?\n",
        "not-written": "{path} could not be written: {error}.\n",
        "counts-not-written": "{path} could not be written: {error}. Nothing was built.\n",
        "no-root": "There is no folder {root}.\n→ Give --root the folder of a portal.\n",
        "not-empty": "The folder {folder} is not empty: nothing was written.\n",
        "port-taken": "Port {port} is already taken, probably by another “serve”: nothing was built.\n"
        "→ Stop the other one (Ctrl-C), or take another port: {again}\n",
        "stopped-by-theme": "The build stopped on a file of the theme.\n{error}\n"
        "→ If it is in the folder theme/ of your portal, mend it; otherwise it is a fault of the program.\n"
        "To report it with the detail: PORTAIL_TRACEBACK=1 portail …\n",
        "stopped": "The portal stopped on a fault of the program, and the published site has not changed.\n"
        "{error}\nTo report it with the detail: PORTAIL_TRACEBACK=1 portail …\n",
        "stopped-by-disk": "The portal could not read or write a file (or open a port); "
        "the published site has not changed.\n{error}\n"
        "→ See whether that file exists, whether this account may use it and whether there is room left, then run this "
        "again.\n",
        "stopped-in-place": "The portal stopped on a fault of the program. The host had emptied the folder of the site "
        "before: it is not whole, do not publish it.\n{error}\n"
        "To report it with the detail: the same command, after PORTAIL_TRACEBACK=1\n",
        "stopped-by-disk-in-place": "The portal could not read or write a file. The host had emptied the folder of the "
        "site before: it is not whole, do not publish it.\n{error}\n"
        "→ See whether that file exists, whether this account may use it and whether there is room left, then run this "
        "again. “portail build” leaves the former site in place until the new one is whole.\n",
        "mode.replace": "replaces",
        "mode.append": "adds after",
        "mode.prepend": "adds before",
        "mode.hide": "hides",
        "reading.current": "up to date",
        "reading.older": "to read again",
        "reading.older-parts": "to read again: {parts}",
        "reading.never": "never confirmed",
        "against": "read beside {edition}",
        "against-on": "read on {day} beside {edition}",
        "block-changed": "block changed on {day} by {author}: “{subject}” ({commit})",
        "part.title": "title",
        "part.text": "text",
        "part.see": "to see",
        "in-no-guide": "in no guide",
        "audiences": "for {audiences}",
        "blocks.one": "{n} block adapted",
        "blocks.other": "{n} blocks adapted",
        "by.one": "by {n} territory",
        "by.other": "by {n} territories",
        "older.one": "{n} adaptation to read again",
        "older.other": "{n} adaptations to read again",
        "never.one": "{n} never confirmed",
        "never.other": "{n} never confirmed",
        "adapted": "{blocks} {by}; {to_do}.\n",
        "not-adapted": "Nobody adapts the block “{name}”.\n",
        "none-there": "No adaptation is written here: {name}.\n",
        "shown-too": "Its guide also shows those of: {names}.\n",
        "none-stale": "Nothing is to be read again.\n",
        "none-adapted": "No block is adapted.\n",
        "since": "What has changed in “{above}” since “{id}” was read beside it ([-before-] {{+after+}}):\n",
        "since-unknown": "What has changed in “{above}” since “{id}” was read beside it is not known: {why}\n",
        "history.no-git": "Git is not installed here.",
        "history.no-history": "this file has no Git history here.",
        "history.not-found": "no version of this file, in the Git history that is here, is the one that was read.",
        "history.too-long": "searching the Git history took too long.",
        "confirm-which": "Name the adaptations that were read (--confirm ID ID), "
        "or say that all were (--confirm --all).\n",
        "confirm-alone": "--all goes with --confirm: nothing was written.\n",
        "confirm-unknown": "No adaptation is called “{id}”: nothing was written.\n",
        "confirm-written": "{path}: against: {edition}\n",
        "confirm-already": "{path}: already confirmed\n",
        "confirm-refused": "{path}: this line is to be written by hand: against: {edition}\n",
        "confirm-disk": "{path}: {error}; nothing was written there.\n",
        # portail confirm
        "confirm-no-entry": "{path} is not an entry of the portal: nothing was written.\n",
        "reviews-none": "Nothing is to be checked again.\n",
        "review-since": "to be checked since {day}",
        "review-never": "never checked",
        "review-on": "to be checked on {day}",
        "reviews-title": "Entries to check, and what comes to an end",
        "reviews-about": "Check each fact at its source, then change the date `verified_on` of the entry.",
        "reviews-due": "To be checked",
        "reviews-ahead": "Within thirty days",
        "reviews-ending": "What ends or has ended",
        "consent-until": "the consent holds until {day}",
        "issue-kept": "This list is brought up to date every week. The issue closes by itself when it is empty.",
        "issue-more": "and {n} more",
        # portail links
        "links-title": "Links to other sites to mend",
        "links-about": "Each link is followed by the places of the files where it is written.",
        "links-dead": "No longer answer",
        "links-moved": "Have moved for good",
        "link-since": "since {day}: {why}",
        "link-to": "write {to}",
        "links-none": "No link is to be mended.\n",
        "links-asked": "Addresses asked: {asked}. "
        "Without an answer, but on fewer than {days} days of checking: {waiting}.\n",
        "links-offline": "No address answered: this computer probably has no network. Nothing was noted.\n",
        "why.gone": "the page is no longer there ({status})",
        "why.server": "the server is out of order ({status})",
        "why.status": "the server refuses ({status})",
        "why.address": "the address is badly written",
        "why.certificate": "the site’s certificate is not valid",
        "why.name": "there is no such domain name",
        "why.redirects": "the address leads to another without end",
        "why.silent": "the server does not answer",
        "why.timeout": "the server takes more than twenty seconds to answer",
        # portail check
        "long-sentences": "Sentences of more than {most} words: {count} (the longest, {words}: {place}).",
        "spelling-library": "Spelling was not checked: it takes “pip install spylls” first.\n",
        "spelling-dictionaries": "Spelling was not checked in these languages, for want of a dictionary: {missing}. "
        "The variable DICPATH says where to look (docs/editors/writing.md).\n",
        # portail translations
        "files.one": "{n} file",
        "files.other": "{n} files",
        "words.one": "{n} word",
        "words.other": "{n} words",
        "translations-none": "Everything is translated, and nothing has changed since.\n",
        "translations-in": "To translate into {language} ({work})",
        "translations-missing": "Not translated",
        "translations-older": "To read again: the original has changed",
        "translations-orphan": "To read again: the translation has headings that the original lacks",
        "translations-machine": "Translated by a machine, never checked",
        "translations-read": "read on {day}",
        "translations-owners": "Who looks after it",
        "translations-nobody": "nobody named (owner:)",
        "translations-which": "Name the translations that were read (portail translations confirm FILE…), "
        "or say that all were (--all).\n",
        "translations-unknown": "{path} is not a translation of the portal: nothing was written.\n",
        "line-written": "{path}: {line}\n",
        "line-already": "{path}: already up to date\n",
        "line-refused": "{path}: this line is to be written by hand: {line}\n",
        "with-errors": "The portal has errors: adaptations may be missing. To see them: {look}\n",
        "no-such-name": "No block and no territory of the portal matches “{name}”.\n",
    },
}


def counted(lang: str, key: str, n: int) -> str:
    """The words of ``key.one`` or ``key.other``: none is one thing in French, several in English."""
    return say(lang, f"{key}.{'one' if n == 1 or (n == 0 and lang == 'fr') else 'other'}", n=n)


def say(lang: str, key: str, **values: object) -> str:
    """The words of ``key``, filled in."""
    return WORDS[lang][key].format(**values)
