"""What the command line says, in the tool's two languages. Problems have theirs in problems/catalogue/."""

from collections.abc import Mapping

from site_builder.language.tags import is_french

WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        # help
        "portail": "Construire et vérifier le portail d’un territoire.",
        "build": "construire le portail et le publier dans son dossier",
        "check": "dire ce qui ne va pas, où, et comment le corriger",
        "spelling": "dire aussi quels mots les dictionnaires n’ont pas (voir le guide des rédacteurs)",
        "sentences": "dire aussi où sont les phrases de plus de 30 mots",
        "serve": "montrer le site sur cet ordinateur, et recharger les pages quand un fichier change",
        "merge": "réunir en un site les parties que plusieurs machines ont construites (build --shard)",
        "find": "trouver un territoire et son code",
        "init": "écrire un nouveau portail",
        "new": "poser les questions qu’il faut, puis écrire une nouvelle fiche dans toutes les langues",
        "new-kind": "le genre de fiche ; sans lui, la liste des genres",
        "new-set": "une réponse donnée d’avance : title=…, en.title=…, "
        "conditions=… (pour une liste : une option par ligne)",
        "new-silent": "ne rien demander : ce qui n’est pas donné par --set est laissé vide",
        "mv": "donner à une fiche ou à une image un autre nom, un autre dossier ou une autre adresse ; "
        "l’ancienne adresse mène à la nouvelle",
        "mv-old": "le fichier (de n’importe quelle langue) ou l’image",
        "mv-new": "son nouveau nom dans le même dossier, ou un dossier, ou un chemin ; sans lui, --slug",
        "mv-slug": "la fin de son adresse, dans la langue du fichier nommé ou dans celle que vous nommez (en=the-mill)",
        "dry-run": "ne rien écrire : dire ce qui changerait",
        "fmt": "ranger les en-têtes des fiches dans l’ordre du modèle, sans toucher au texte",
        "fmt-files": "les fiches à ranger ; sans elles, toutes celles de content/",
        "fmt-check": "ne rien écrire : dire lesquelles ne sont pas en ordre",
        "ledger": "noter dans data/ledger/ les adresses et ancres publiées, qui ne devront plus disparaître",
        "ledger-check": "ne rien écrire : dire ce qui n’est pas encore noté",
        "schemas": "écrire dans .vscode/ ce qui permet à l’éditeur de texte de compléter et d’expliquer les champs",
        "confirm": "dire ce qui est à vérifier de nouveau, ou écrire que ces fiches ont été vérifiées aujourd’hui",
        "markdown-format": "comment écrire la réponse ; markdown : pour un ticket du dépôt, dans la langue du portail",
        "links": "dire quels liens vers d’autres sites ne répondent plus, ou ont changé d’adresse",
        "links-history": "le fichier où noter ce qui n’a pas répondu (par défaut : .portail/links.json)",
        "confirm-files": "les fiches vérifiées, ou leurs dossiers ; sans elles, la liste de ce qui est à vérifier",
        "translations": "dire ce qui reste à traduire ou à relire, et qui s’en occupe",
        "review": "dire ce qu’une proposition change sur le site, ce qui est à traduire et ce qui prend bientôt fin",
        "base": "la version à laquelle comparer, comme Git la nomme (par défaut : HEAD, la dernière enregistrée)",
        "preview": "un dossier où copier les pages changées, pour les regarder sans serveur",
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
        "leave-out": "publier le site sans les pages et les fiches qui ont des erreurs, ou telles qu’elles étaient "
        "avant (pour la branche publiée)",
        "check-files": "ne dire que ce qui ne va pas dans ces fichiers ou dossiers, ou à cause d’eux (sinon, partout)",
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
        "output-size": "{files} fichiers {megabytes} Mo  {name}\n",
        "other-outputs": "{n} autres sortes",
        "outputs-head": "| Fichiers du site | nombre | ko |\n",
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
        "not-published": "Rien n’a été publié : s’il y avait déjà un site, il reste tel quel.\n",
        "without-mistakes.one": "Attention : 1 fichier a des erreurs et n’est pas publié tel quel.\n",
        "without-mistakes.other": "Attention : {files} fichiers ont des erreurs et ne sont pas publiés tels quels.\n",
        "without-paper": "« serve » montre le site sur cet ordinateur seulement, sans les guides à imprimer (PDF) : "
        "ce que vous publiez ne change pas.\n"
        "Pour faire le site à publier : {again}\n",
        "served": "http://{host}:{port}/ (Ctrl-C pour arrêter)\n",
        "shown": "{pages} pages à jour, en {seconds} s\n",
        "shown-as-before": "Jusqu’à ce que ces erreurs soient corrigées, le site montré reste celui d’avant.\n",
        "not-shown": "Rien ne sera montré avant que ces erreurs soient corrigées.\n",
        "checked-now": "Ce que dit le contrôle :\n",
        "no-page": "Cette page ne peut pas être montrée",
        "told-here": "Ce que dit le contrôle",
        "shown-before": "Cette page est celle d’avant : ce qui suit a empêché d’en faire une nouvelle.",
        "more-told": "La suite est dans le terminal ({count}).",
        "written": "Portail écrit dans {folder}. Pour le voir : {look}\n"
        "À changer d’abord :\n"
        "  data/portal.yml            le nom (name), la devise (tagline), le code de votre territoire (territory)\n"
        "  data/territories/          vos territoires, et ce qui contient quoi\n"
        "  mkdocs.yml                 le nom du site (site_name) et son adresse (site_url)\n"
        "  engine.txt                 d’où vient le moteur du portail, et sa version\n"
        "  content/pages/legal.md     qui publie le site, et où il est hébergé\n",
        "schemas-written": "Écrit dans {folder} : VS Code complète et explique les fichiers de data/ et de media/.\n"
        "Dans une autre langue : --lang en\n",
        # what was not
        "settings-unread": "{file} n’a pas pu être lu comme du JSON sans commentaires : il n’a pas changé.\n"
        "→ Copiez-y les lignes « yaml.schemas » de {ours}\n",
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
        "Pour le signaler avec le détail : PORTAIL_TRACEBACK=1 portail …\n",
        "stopped": "Le portail s’est arrêté sur un défaut du programme, et le site publié n’a pas changé.\n"
        "{error}\nPour le signaler avec le détail : PORTAIL_TRACEBACK=1 portail …\n",
        "stopped-by-disk": "Le portail n’a pas pu lire ou écrire un fichier (ou ouvrir un port) ; "
        "le site publié n’a pas changé.\n{error}\n"
        "→ Regardez si ce fichier existe, si ce compte y a droit et s’il reste de la place sur le disque, "
        "puis relancez.\n",
        "stopped-in-place": "Le portail s’est arrêté sur un défaut du programme. Le dossier du site avait déjà "
        "été vidé : le site n’y est pas entier, ne le publiez pas.\n{error}\n"
        "Pour le signaler avec le détail : la même commande, après PORTAIL_TRACEBACK=1\n",
        "stopped-by-disk-in-place": "Le portail n’a pas pu lire ou écrire un fichier. Le dossier du site avait déjà "
        "été vidé : le site n’y est pas entier, ne le publiez pas.\n{error}\n"
        "→ Regardez si ce fichier existe, si ce compte y a droit et s’il reste de la place sur le disque, "
        "puis relancez. "
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
        "shown-too-stale": "Son guide montre aussi des adaptations à relire de : {names}.\n",
        "none-stale": "Rien n’est à relire.\n",
        "never-too.one": "Jamais confirmée : {n} adaptation, que rien ne signalera. "
        "La même commande sans --stale la montre.\n",
        "never-too.other": "Jamais confirmées : {n} adaptations, que rien ne signalera. "
        "La même commande sans --stale les montre.\n",
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
        # portail new
        "new-kinds": "Que voulez-vous créer ? {new} GENRE\n",
        "new-unknown-kind": "Aucun genre de fiche ne s’appelle « {kind} ».\n",
        "new-set-form": '--set s’écrit CHAMP=VALEUR, par exemple --set title="Le moulin". Rien n’a été écrit.\n',
        "new-in": " ({language} ; vide : pas encore traduit)",
        "new-example": "  par exemple : {example}\n",
        "new-yes-or-no": "  oui ou non\n",
        "new-consent": "\nUne personne vivante : son accord écrit vient avant tout enregistrement, "
        "car un dépôt n’oublie rien. Le document signé reste dans vos dossiers ; ici, vous direz "
        "seulement où il est classé.\n",
        "new-no-agreement": "Sans accord écrit, rien n’est publié ni enregistré : demandez-le d’abord. "
        "Rien n’a été écrit.\n",
        "new-id-taken": "L’identifiant « {id} » est déjà pris : rien n’a été écrit.\n"
        "→ Donnez-en un autre, ou aucun : il vient alors du titre.\n",
        "new-nothing": "Il manque des réponses : rien n’a été écrit.\n",
        "new-missing": "Il manque des réponses : rien n’a été écrit. Ajoutez : {missing}\n",
        "new-problems": "Rien n’a été écrit, car voici ce que dirait le contrôle :\n",
        "new-file": "{path} : écrit\n",
        "new-untranslated": "{path} : pas écrit, la traduction manque ; le site le dira aux lecteurs\n",
        "new-draft": "C’est un brouillon, que le site ne montre pas : écrivez le texte sous l’en-tête, "
        "puis effacez la ligne « status: draft ».\n",
        "new-next": "Ensuite : {look}\n",
        # portail mv
        "mv-file": "{old} → {new}\n",
        "mv-address": "/{old} → /{new} (qui vient à l’ancienne adresse arrive à la nouvelle)\n",
        "mv-same-address": "L’adresse ne change pas : /{address} (pour la changer : --slug)\n",
        "mv-text": "{path} : liens mis à jour\n",
        "mv-done": "C’est fait. À relire, puis : {look}\n",
        "mv-dry": "Rien n’a été écrit.\n",
        "mv-no-entry": "{path} n’est ni une fiche ni une image du portail : rien n’a changé.\n",
        "mv-mend": "{path} est à corriger d’abord : rien n’a changé. Pour savoir quoi : {look}\n",
        "mv-outside": "{path} n’est pas dans le portail : rien n’a changé.\n",
        "mv-link": "{path} passe par un lien symbolique : rien n’a changé.\n",
        "mv-exists": "{path} existe déjà : rien n’a changé.\n",
        "mv-other-type": "{path} n’est pas dans {folder} : une fiche ne change pas de genre ; rien n’a changé.\n",
        "mv-other-format": "{path} : une image garde son format ({ending}) ; rien n’a changé.\n",
        "mv-name": "Un nom de fichier s’écrit en minuscules, sans accents ni espaces : {fixed}. Rien n’a changé.\n",
        "mv-hidden": "{path} : un nom qui commence par un point ou par « _ » n’est pas lu, rien n’a changé.\n",
        "mv-language": "{path} : une fiche se déplace dans toutes ses langues, écrivez {fixed}. Rien n’a changé.\n",
        "mv-person": "Le fichier d’une personne vivante garde un nom qui ne la nomme pas : {name}. Rien n’a changé.\n",
        "mv-nothing": "C’est déjà ainsi : rien n’a changé.\n",
        "mv-no-page": "{path} n’a pas de page à soi, donc pas d’adresse à changer : rien n’a changé.\n",
        "mv-no-version": "{path} n’existe pas en « {language} » : rien n’a changé.\n",
        "mv-by-hand": "{path} : la ligne « {field} » est à écrire à la main ; rien n’a changé.\n",
        "mv-problems": "Rien n’a changé, car voici ce que dirait ensuite le contrôle :\n",
        # portail ledger
        "ledger-written": "{path} : {lines}\n",
        "ledger-to-write": "{path} : à noter, {lines}\n",
        "ledger-lines.one": "{n} ligne nouvelle",
        "ledger-lines.other": "{n} lignes nouvelles",
        "ledger-current": "Toutes les adresses publiées sont notées.\n",
        # portail fmt
        "fmt-ordered": "{path} : rangé\n",
        "fmt-to-order": "{path} : à ranger\n",
        "fmt-left": "{path} : laissé tel quel, à corriger d’abord\n",
        "fmt-mend": "Pour savoir ce qui est à corriger : {look}\n",
        "fmt-in-order": "Tout est en ordre ({files}).\n",
        # portail confirm
        "confirm-no-entry": "{path} n’est ni une fiche du portail, ni un dossier de fiches : rien n’a été écrit.\n",
        "verifications-none": "Rien n’est à vérifier de nouveau.\n",
        "verification-since": "à vérifier depuis le {day}",
        "verification-never": "jamais vérifiée",
        "verification-on": "à vérifier le {day}",
        "verifications-title": "Fiches à vérifier, et ce qui prend fin",
        "verifications-about": "Vérifiez chaque fait à sa source, puis changez la date « verified_on » de la fiche.",
        "verifications-due": "À vérifier",
        "verifications-ahead": "Dans les trente jours",
        "verifications-ending": "Ce qui prend fin ou a pris fin",
        "ends-on": "publiée jusqu’au {day}",
        "consent-until": "l’accord vaut jusqu’au {day}",
        "issue-kept": "Cette liste est tenue à jour chaque semaine. Le ticket se ferme seul quand elle est vide.",
        "issue-more": "et {n} autres",
        # portail links
        "links-title": "Liens vers d’autres sites à corriger",
        "links-about": "Après chaque lien viennent les fichiers et les lignes où il est écrit.",
        "links-dead": "Ne répondent plus",
        "links-moved": "Ont changé d’adresse pour de bon",
        "link-since": "depuis le {day} : {why}",
        "link-to": "écrivez {to}",
        "links-none": "Aucun lien n’est à corriger.\n",
        "links-asked": "Adresses interrogées : {asked}. "
        "Sans réponse, mais pas encore {days} jours de contrôle différents : {waiting}.\n",
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
        "spelling-library": "L’orthographe n’a pas été vérifiée : il faut d’abord « {install} ».\n",
        "spelling-dictionaries": "L’orthographe n’a pas été vérifiée dans ces langues, faute de dictionnaire : "
        "{missing}. La variable DICPATH dit où chercher.\n",
        # portail translations
        "files.one": "{n} fichier",
        "files.other": "{n} fichiers",
        "words.one": "{n} mot",
        "words.other": "{n} mots",
        "check-no-file": "Il n’y a pas de fichier {path} dans ce portail.\n",
        "review-no-base": "Git ne connaît pas la version {base} : il n’y a rien à quoi comparer.\n",
        "review-folder": "{folder} n’est ni un dossier vide ni un aperçu fait avant : rien n’a été écrit.\n"
        "→ Donnez à --preview un dossier qui n’existe pas encore.\n",
        "review-pages": "Pages changées",
        "review-not-compared": "Le site ne peut pas être construit à partir de la version d’avant : toutes les pages "
        "comptent comme nouvelles.",
        "review-no-pages": "Aucune page ne change.",
        "review-more": "… et {count} autres pages.",
        "review-guides": "{count} pages de territoires changent, dont : {named}…",
        "review-page": "Page",
        "review-language": "Langue",
        "review-change": "Changement",
        "review-copy": "Dans l’aperçu",
        "review-lost": "Ces adresses ne mènent plus nulle part",
        "review-lost-about": "La fiche a encore une page, mais qui suit un ancien lien, même imprimé, ne la trouve "
        "plus. Écrivez cette ligne dans l’en-tête, à la place de « old_paths » si la fiche l’a déjà.",
        "review-address": "Adresse",
        "review-to-write": "À écrire",
        "review-more-entries": "… et {count} autres fiches.",
        "review-unannounced": "Des rendez-vous changent sans que les agendas le sachent",
        "review-unannounced-about": "L’heure ou le lieu change, et le numéro `revision` reste le même : un agenda qui "
        "a déjà le rendez-vous peut garder l’ancien.",
        "review-event": "Rendez-vous",
        "review-translations": "Traductions à faire",
        "review-owner": "Responsable",
        "review-words": "Mots",
        "review-ending": "Ce qui prend bientôt fin",
        "review-nothing-ends": "Rien dans les {days} jours qui viennent.",
        "review-entry": "Fiche",
        "review-what": "Échéance",
        "pages-added.one": "{n} page ajoutée",
        "pages-added.other": "{n} pages ajoutées",
        "pages-changed.one": "{n} page modifiée",
        "pages-changed.other": "{n} pages modifiées",
        "pages-removed.one": "{n} page retirée",
        "pages-removed.other": "{n} pages retirées",
        "page-added": "ajoutée",
        "page-changed": "modifiée",
        "page-removed": "retirée",
        "preview-title": "Aperçu d’une proposition",
        "preview-notice": "Aperçu d’une proposition : cette page n’est pas publiée telle quelle.",
        "translations-none": "Tout est traduit, et rien n’a changé depuis.\n",
        "translations-in": "À traduire en {language} ({work})",
        "translations-missing": "Sans traduction",
        "translations-older": "À relire : l’original a changé",
        "translations-orphan": "À relire : la traduction a des titres que l’original n’a pas",
        "translations-machine": "Traduit par une machine, jamais relu",
        "translations-read": "relue le {day}",
        "translations-unread.one": "Jamais confirmée : {n} traduction. Si son original change, rien ne le dira",
        "translations-unread.other": "Jamais confirmées : {n} traductions. Si leur original change, rien ne le dira",
        "translations-unread-next": "→ Relisez à côté de l’original, puis : {confirm} FICHIER… "
        "(toutes : confirm --all)",
        "translations-owners": "Qui s’en occupe",
        "translations-nobody": "personne de nommé (owner:)",
        "translations-which": "Nommez les traductions relues ({confirm} FICHIER…), "
        "ou dites que toutes l’ont été (--all).\n",
        "translations-unknown": "{path} n’est pas une traduction du portail : rien n’a été écrit.\n",
        "line-written": "{path} : {line}\n",
        "line-already": "{path} : déjà à jour\n",
        "line-refused": "{path} : cette ligne est à écrire à la main : {line}\n",
        "with-errors": "Le portail a des erreurs : cette liste peut être incomplète. Pour les voir : {look}\n",
        "no-such-name": "Aucun bloc ni territoire du portail ne correspond à « {name} ».\n",
    },
    "en": {
        "portail": "Build and check the portal of a territory.",
        "build": "build the portal and publish it into its folder",
        "check": "say what is wrong, where, and how to mend it",
        "spelling": "also say which words the dictionaries do not have (see the editors’ guide)",
        "sentences": "also say where sentences of more than 30 words are",
        "serve": "show the site on this computer, and reload its pages when a file changes",
        "merge": "put together as one site the parts that several machines have built (build --shard)",
        "find": "find a territory and its code",
        "init": "write a new portal",
        "new": "ask what is needed, then write a new entry in every language",
        "new-kind": "the kind of entry; without it, the list of kinds",
        "new-set": "an answer given beforehand: title=…, en.title=…, "
        "conditions=… (for a list: one option for each line)",
        "new-silent": "ask nothing: what --set does not give is left empty",
        "mv": "give an entry or an image another name, another folder or another address; "
        "the former address leads to the new one",
        "mv-old": "the file (of any language) or the image",
        "mv-new": "its new name in the same folder, or a folder, or a path; without it, --slug",
        "mv-slug": "the end of its address, in the language of the file named or in the one you name (en=the-mill)",
        "dry-run": "write nothing: say what would change",
        "fmt": "put the header of entries in the order of their model, without touching the text",
        "fmt-files": "the entries to put in order; without any, all of content/",
        "fmt-check": "write nothing: say which are not in order",
        "ledger": "write down in data/ledger/ the addresses and anchors that are published, and have to stay",
        "ledger-check": "write nothing: say what is not written down yet",
        "schemas": "write into .vscode/ what lets the text editor complete and explain the fields",
        "confirm": "say what is to be checked again, or write that these entries have been checked today",
        "markdown-format": "how to write the answer; markdown: an issue of the repository, in the portal’s language",
        "links": "say which links to other sites no longer answer, or have moved",
        "links-history": "the file in which to note what did not answer (default: .portail/links.json)",
        "confirm-files": "the entries checked, or their folders; without any, the list of what is to be checked",
        "translations": "say what is still to translate or to read again, and who looks after it",
        "review": "say what a proposal changes on the site, what is to be translated and what ends soon",
        "base": "the version to compare with, by a name that Git knows (default: HEAD, the last one committed)",
        "preview": "a folder for copies of the changed pages, to look at without a server",
        "translations-action": "`confirm`: write into translations that they have been read beside today’s original",
        "translations-files": "with confirm: the files of the translations that were read",
        "translations-all": "with confirm: all translations of the portal",
        "overrides": "say who adapts which block, and what has changed since the adaptation was read beside it",
        "overrides-name": "a block (its id), or a territory (code or name) and those it contains; "
        "for a block, what has changed is shown word by word",
        "stale": "only what is to be read again",
        "confirm-ids": "write into these adaptations (by id) that they have been read beside the block as it is today",
        "all": "with --confirm: all those that would be shown",
        "overrides-format": "how to write the answer",
        "root": "the portal’s folder (default: here)",
        "lang": "language of the messages",
        "jobs": "processes to use (default: every core)",
        "output": "where to publish (default: site_dir of mkdocs.yml)",
        "no-paper": "leave out the printed guides (PDF), and the links to them",
        "counts": "build even if nothing has changed, and count in this file (JSON) what was done",
        "shard": "build only one part of the site, number K of N, for “merge” "
        "(by default in a folder beside site_dir: site-K-of-N)",
        "leave-out": "publish the site without the pages and records that have errors, or as they were before "
        "(for the published branch)",
        "check-files": "say only what is wrong in these files or folders, or because of them (if none: everywhere)",
        "shard-form": "a part of the site is written K/N, for example 2/5: the second of five",
        "merge-folders": "the folders of all parts, in any order",
        "format": "how to write the problems",
        "host": "where to listen (default: this computer only)",
        "port": "on which port (default: 8000)",
        "words": "a name, a postcode or an official code",
        "folder": "an empty or new folder",
        "print": "print the guide of a territory as PDF",
        "paper": "what to print: the whole guide (pack), the counter leaflet (leaflet), the page for a company "
        "(flyer), the poster (poster), the children’s booklet (children)",
        "paper-lang": "the language of what is printed (default: the portal’s first)",
        "paper-output": "the file to write (default: NAME-FORMAT-LANGUAGE.pdf, here)",
        "number": "a number from {least} to {most}",
        "progress.reading": "reading…\n",
        "progress.checking": "checking…\n",
        "progress.pictures": "{done}/{total} pictures\n",
        "progress.paper": "{done}/{total} printed guides\n",
        "progress.pages": "{done}/{total} pages\n",
        "output-size": "{files} files {megabytes} MB  {name}\n",
        "other-outputs": "{n} other kinds",
        "outputs-head": "| Files of the site | number | kB |\n",
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
        "not-published": "Nothing was published: if there was a site already, it stays as it was.\n",
        "without-mistakes.one": "Note: 1 file has errors and is not published as it stands.\n",
        "without-mistakes.other": "Note: {files} files have errors and are not published as they stand.\n",
        "without-paper": "“serve” shows the site on this computer only, without the printed guides (PDF): "
        "what you publish stays as it is.\n"
        "To make the site to publish: {again}\n",
        "served": "http://{host}:{port}/ (Ctrl-C to stop)\n",
        "shown": "{pages} pages up to date, in {seconds} s\n",
        "shown-as-before": "Until these errors are mended, the site that is shown stays as it was.\n",
        "not-shown": "Nothing will be shown before these errors are mended.\n",
        "checked-now": "What the check says:\n",
        "no-page": "This page cannot be shown",
        "told-here": "What the check says",
        "shown-before": "This page is as it was before: what follows has kept a new one from being made.",
        "more-told": "The rest is in the terminal ({count}).",
        "written": "Portal written in {folder}. To look at it: {look}\n"
        "Change first:\n"
        "  data/portal.yml            the name, the tagline, the code of your territory\n"
        "  data/territories/          your territories, and what contains what\n"
        "  mkdocs.yml                 the name of the site (site_name) and its address (site_url)\n"
        "  engine.txt                 where the portal’s engine comes from, and its version\n"
        "  content/pages/legal.md     who publishes the site, and where it is hosted\n",
        "schemas-written": "Written into {folder}: VS Code completes and explains the files of data/ and media/.\n"
        "In another language: --lang fr\n",
        "settings-unread": "{file} could not be read as JSON without comments: it has not changed.\n"
        "→ Copy into it the lines “yaml.schemas” of {ours}\n",
        "none-found": "No territory of the portal matches “{words}”.\n",
        "may-be-meant": "Did you mean: {names}?\n",
        "more-found": "There are others: the first {shown} are shown. Give more of the name or of the postcode.\n",
        "printed": "{path}: {pages} pages, {kilobytes} kB\n",
        "printed-one": "{path}: 1 page, {kilobytes} kB\n",
        "several-found": "Several territories match “{words}”: repeat the command with the code of one of them.\n",
        "several-coded": "“{words}” is the official code of one territory and the postcode of another: repeat the "
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
        "→ If it is in the folder theme/ of your portal, mend it; otherwise it is a fault in the program.\n"
        "To report it with the detail: PORTAIL_TRACEBACK=1 portail …\n",
        "stopped": "The portal stopped on a fault in the program, and the published site has not changed.\n"
        "{error}\nTo report it with the detail: PORTAIL_TRACEBACK=1 portail …\n",
        "stopped-by-disk": "The portal could not read or write a file (or open a port); "
        "the published site has not changed.\n{error}\n"
        "→ See whether that file exists, whether this account may use it and whether there is space left on the disk, "
        "then run this again.\n",
        "stopped-in-place": "The portal stopped on a fault in the program. The folder of the site had "
        "already been emptied: it is not whole, do not publish it.\n{error}\n"
        "To report it with the detail: the same command, after PORTAIL_TRACEBACK=1\n",
        "stopped-by-disk-in-place": "The portal could not read or write a file. The folder of the site had "
        "already been emptied: it is not whole, do not publish it.\n{error}\n"
        "→ See whether that file exists, whether this account may use it and whether there is space left on the disk, "
        "then run this again. “portail build” leaves the former site in place until the new one is whole.\n",
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
        "shown-too-stale": "Its guide also shows adaptations to read again, of: {names}.\n",
        "none-stale": "Nothing is to be read again.\n",
        "never-too.one": "Never confirmed: {n} adaptation, which nothing will flag. "
        "The same command without --stale shows it.\n",
        "never-too.other": "Never confirmed: {n} adaptations, which nothing will flag. "
        "The same command without --stale shows them.\n",
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
        # portail new
        "new-kinds": "What would you like to create? {new} KIND\n",
        "new-unknown-kind": "No kind of entry is called “{kind}”.\n",
        "new-set-form": '--set is written FIELD=VALUE, for example --set title="The mill". Nothing was written.\n',
        "new-in": " ({language}; empty: not yet translated)",
        "new-example": "  for example: {example}\n",
        "new-yes-or-no": "  yes or no\n",
        "new-consent": "\nA living person: their written agreement comes before anything is saved, for a repository "
        "forgets nothing. The signed document stays in your files; here you only say where it is filed.\n",
        "new-no-agreement": "Without a written agreement nothing is published or recorded: ask for it first. "
        "Nothing was written.\n",
        "new-id-taken": "The id “{id}” is taken: nothing was written.\n"
        "→ Give another one, or none: it then comes from the title.\n",
        "new-nothing": "Answers are missing: nothing was written.\n",
        "new-missing": "Answers are missing: nothing was written. Add: {missing}\n",
        "new-problems": "Nothing was written, for this is what the check would say:\n",
        "new-file": "{path}: written\n",
        "new-untranslated": "{path}: not written, the translation is missing; the site will say so to its readers\n",
        "new-draft": "It is a draft, which the site does not show: write the text below the header, "
        "then delete the line `status: draft`.\n",
        "new-next": "Next: {look}\n",
        # portail mv
        "mv-file": "{old} → {new}\n",
        "mv-address": "/{old} → /{new} (whoever comes to the former address arrives at the new one)\n",
        "mv-same-address": "The address stays: /{address} (to change it: --slug)\n",
        "mv-text": "{path}: links brought up to date\n",
        "mv-done": "Done. Look it over, then: {look}\n",
        "mv-dry": "Nothing was written.\n",
        "mv-no-entry": "{path} is neither an entry nor an image of the portal: nothing has changed.\n",
        "mv-mend": "{path} is to be mended first: nothing has changed. To see what: {look}\n",
        "mv-outside": "{path} is not in the portal: nothing has changed.\n",
        "mv-link": "{path} goes through a symbolic link: nothing has changed.\n",
        "mv-exists": "{path} exists already: nothing has changed.\n",
        "mv-other-type": "{path} is not in {folder}: an entry stays of its kind; nothing has changed.\n",
        "mv-other-format": "{path}: an image keeps its format ({ending}); nothing has changed.\n",
        "mv-name": "File names have small letters, no accents, no spaces: {fixed}. Nothing has changed.\n",
        "mv-hidden": "{path}: names that begin with a dot or “_” are not read, nothing has changed.\n",
        "mv-language": "{path}: an entry moves in all its languages, write {fixed}. Nothing has changed.\n",
        "mv-person": "The file of a living person keeps a name that does not tell who it is: {name}. "
        "Nothing has changed.\n",
        "mv-nothing": "It is so already: nothing has changed.\n",
        "mv-no-page": "{path} has no page of its own, hence no address to change: nothing has changed.\n",
        "mv-no-version": "{path} does not exist in “{language}”: nothing has changed.\n",
        "mv-by-hand": "{path}: the line “{field}” is to be written by hand; nothing has changed.\n",
        "mv-problems": "Nothing has changed, for this is what the check would say afterwards:\n",
        # portail ledger
        "ledger-written": "{path}: {lines}\n",
        "ledger-to-write": "{path}: to be written down, {lines}\n",
        "ledger-lines.one": "{n} new line",
        "ledger-lines.other": "{n} new lines",
        "ledger-current": "Every published address is written down.\n",
        # portail fmt
        "fmt-ordered": "{path}: put in order\n",
        "fmt-to-order": "{path}: not in order\n",
        "fmt-left": "{path}: left as it is, to be mended first\n",
        "fmt-mend": "To see what is to be mended: {look}\n",
        "fmt-in-order": "Everything is in order ({files}).\n",
        # portail confirm
        "confirm-no-entry": "{path} is neither an entry of the portal nor a folder of entries: nothing was written.\n",
        "verifications-none": "Nothing is to be checked again.\n",
        "verification-since": "to be checked since {day}",
        "verification-never": "never checked",
        "verification-on": "to be checked on {day}",
        "verifications-title": "Entries to check, and what comes to an end",
        "verifications-about": "Check each fact at its source, then change the date `verified_on` of the entry.",
        "verifications-due": "To be checked",
        "verifications-ahead": "Within thirty days",
        "verifications-ending": "What ends or has ended",
        "ends-on": "published until {day}",
        "consent-until": "the consent holds until {day}",
        "issue-kept": "This list is brought up to date every week. The issue closes by itself when it is empty.",
        "issue-more": "and {n} more",
        # portail links
        "links-title": "Links to other sites to mend",
        "links-about": "Each link is followed by the files and lines where it is written.",
        "links-dead": "No longer answer",
        "links-moved": "Have moved for good",
        "link-since": "since {day}: {why}",
        "link-to": "write {to}",
        "links-none": "No link is to be mended.\n",
        "links-asked": "Addresses tried: {asked}. "
        "Without an answer, but not yet on {days} different days of checking: {waiting}.\n",
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
        "spelling-library": "Spelling was not checked: it takes “{install}” first.\n",
        "spelling-dictionaries": "Spelling was not checked in these languages, for want of a dictionary: {missing}. "
        "The variable DICPATH says where to look.\n",
        # portail translations
        "files.one": "{n} file",
        "files.other": "{n} files",
        "words.one": "{n} word",
        "words.other": "{n} words",
        "check-no-file": "There is no file {path} in this portal.\n",
        "review-no-base": "Git does not know the version {base}: there is nothing to compare with.\n",
        "review-folder": "{folder} is neither an empty folder nor an earlier preview: nothing was written.\n"
        "→ Give --preview a folder that does not exist yet.\n",
        "review-pages": "Changed pages",
        "review-not-compared": "No site can be made from the version before: all pages count as new.",
        "review-no-pages": "No page changes.",
        "review-more": "… and {count} other pages.",
        "review-guides": "{count} pages of territories change, among them: {named}…",
        "review-page": "Page",
        "review-language": "Language",
        "review-change": "Change",
        "review-copy": "In the preview",
        "review-lost": "These addresses no longer lead anywhere",
        "review-lost-about": "The entry still has a page, but whoever follows a former link, even on paper, does not "
        "find it. Write this line into the header, in place of `old_paths` if the entry has that already.",
        "review-address": "Address",
        "review-to-write": "To write",
        "review-more-entries": "… and {count} more entries.",
        "review-unannounced": "Events change without calendars knowing",
        "review-unannounced-about": "The time or the place changes, and the number `revision` stays the same: a "
        "calendar that already has the event may keep the former one.",
        "review-event": "Event",
        "review-translations": "Translations to be done",
        "review-owner": "Owner",
        "review-words": "Words",
        "review-ending": "What ends soon",
        "review-nothing-ends": "Nothing within the next {days} days.",
        "review-entry": "Entry",
        "review-what": "What is due",
        "pages-added.one": "{n} page added",
        "pages-added.other": "{n} pages added",
        "pages-changed.one": "{n} page changed",
        "pages-changed.other": "{n} pages changed",
        "pages-removed.one": "{n} page removed",
        "pages-removed.other": "{n} pages removed",
        "page-added": "added",
        "page-changed": "changed",
        "page-removed": "removed",
        "preview-title": "Preview of a proposal",
        "preview-notice": "Preview of a proposal: this page is not published as it stands here.",
        "translations-none": "Everything is translated, and nothing has changed since.\n",
        "translations-in": "To translate into {language} ({work})",
        "translations-missing": "Not translated",
        "translations-older": "To read again: the original has changed",
        "translations-orphan": "To read again: the translation has headings that the original lacks",
        "translations-machine": "Translated by a machine, never checked",
        "translations-read": "read on {day}",
        "translations-unread.one": "Never confirmed: {n} translation. If its original changes, nothing will say so",
        "translations-unread.other": "Never confirmed: {n} translations. If an original changes, nothing will say so",
        "translations-unread-next": "→ Read beside the original, then: {confirm} FILE… (all of them: confirm --all)",
        "translations-owners": "Who looks after it",
        "translations-nobody": "nobody named (owner:)",
        "translations-which": "Name the translations that were read ({confirm} FILE…), or say that all were (--all).\n",
        "translations-unknown": "{path} is not a translation of the portal: nothing was written.\n",
        "line-written": "{path}: {line}\n",
        "line-already": "{path}: already up to date\n",
        "line-refused": "{path}: this line is to be written by hand: {line}\n",
        "with-errors": "The portal has errors: this list may lack something. To see them: {look}\n",
        "no-such-name": "No block and no territory of the portal matches “{name}”.\n",
    },
}


def tool_language(tag: str) -> str:
    """In which language the tool speaks to people of a tag, or of a locale: French for French, else English."""
    return "fr" if is_french(tag) else "en"


def counted(lang: str, key: str, n: int) -> str:
    """The words of ``key.one`` or ``key.other``: none is one thing in French, several in English."""
    return say(lang, f"{key}.{'one' if n == 1 or (n == 0 and lang == 'fr') else 'other'}", n=n)


def say(lang: str, key: str, **values: object) -> str:
    """The words of ``key``, filled in."""
    return WORDS[lang][key].format(**values)
