"""What the command line says, in the tool's two languages. Problems have theirs in problems/catalogue.py."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        # help
        "portail": "Construire et vérifier le portail d’un territoire.",
        "build": "construire le portail et le publier dans son dossier",
        "check": "dire ce qui ne va pas, où, et comment le corriger",
        "serve": "construire, puis montrer le site et le refaire quand un fichier change",
        "find": "trouver un territoire et son code",
        "init": "écrire un nouveau portail",
        "root": "le dossier du portail (par défaut : ici)",
        "lang": "langue des messages",
        "jobs": "nombre de processus (par défaut : tous les cœurs)",
        "output": "où publier (par défaut : site_dir de mkdocs.yml)",
        "format": "comment écrire les problèmes",
        "host": "où écouter (par défaut : cet ordinateur seulement)",
        "port": "sur quel port (par défaut : 8000)",
        "words": "un nom, un code postal ou un code officiel",
        "folder": "un dossier vide ou nouveau",
        "number": "un nombre entre {least} et {most}",
        # while it works
        "progress.reading": "lecture…\n",
        "progress.checking": "vérification…\n",
        "progress.pages": "pages {done}/{total}\n",
        # what was done
        "built": "{pages} pages ({files} fichiers, {megabytes} Mo) en {seconds} s, dans {folder}\n"
        "Pour les voir : {look}\n",
        "served": "http://{host}:{port}/ (Ctrl-C pour arrêter)\n",
        "written": "Portail écrit dans {folder}. Pour le voir : {look}\n"
        "À changer d’abord :\n"
        "  data/portal.yml            le nom (name), la devise (tagline), le code de votre territoire (territory)\n"
        "  data/territories/          vos territoires, et ce qui contient quoi\n"
        "  mkdocs.yml                 le nom du site (site_name) et son adresse (site_url)\n"
        "  engine.txt                 d’où vient le moteur du portail, et sa version\n"
        "  content/pages/legal.md     qui publie le site, et où il est hébergé\n",
        # what was not
        "none-found": "Aucun territoire du portail ne répond à « {words} ».\n",
        "more-found": "Il y en a d’autres : les {shown} premiers sont montrés. Précisez le nom ou le code postal.\n",
        "not-empty": "Le dossier {folder} n’est pas vide : rien n’a été écrit.\n",
        "port-taken": "Le port {port} est déjà pris, sans doute par un autre « serve » : rien n’a été construit.\n"
        "→ Arrêtez l’autre (Ctrl-C), ou prenez un autre port : {again}\n",
        "stopped-by-theme": "La construction s’est arrêtée sur un fichier du thème.\n{error}\n"
        "→ S’il est dans le dossier theme/ de votre portail, corrigez-le ; sinon, c’est une faute du programme.\n"
        "Pour la signaler avec le détail : PORTAIL_TRACEBACK=1 portail …\n",
        "stopped": "Le portail s’est arrêté sur une faute du programme, et le site publié n’a pas changé.\n"
        "{error}\nPour le signaler avec le détail : PORTAIL_TRACEBACK=1 portail …\n",
        "stopped-by-disk": "Le portail n’a pas pu lire ou écrire un fichier (ou ouvrir un port) ; "
        "le site publié n’a pas changé.\n{error}\n",
    },
    "en": {
        "portail": "Build and check the portal of a territory.",
        "build": "build the portal and publish it into its folder",
        "check": "say what is wrong, where, and how to mend it",
        "serve": "build, then show the site and rebuild it when a file changes",
        "find": "find a territory and its code",
        "init": "write a new portal",
        "root": "the portal's folder (default: here)",
        "lang": "language of the messages",
        "jobs": "processes to use (default: every core)",
        "output": "where to publish (default: site_dir of mkdocs.yml)",
        "format": "how to write the problems",
        "host": "where to listen (default: this computer only)",
        "port": "on which port (default: 8000)",
        "words": "a name, a postal code or an official code",
        "folder": "an empty or new folder",
        "number": "a number from {least} to {most}",
        "progress.reading": "reading…\n",
        "progress.checking": "checking…\n",
        "progress.pages": "{done}/{total} pages\n",
        "built": "{pages} pages ({files} files, {megabytes} MB) in {seconds} s, in {folder}\nTo look at them: {look}\n",
        "served": "http://{host}:{port}/ (Ctrl-C to stop)\n",
        "written": "Portal written in {folder}. To look at it: {look}\n"
        "Change first:\n"
        "  data/portal.yml            the name, the tagline, the code of your territory\n"
        "  data/territories/          your territories, and what contains what\n"
        "  mkdocs.yml                 the name of the site (site_name) and its address (site_url)\n"
        "  engine.txt                 where the portal's engine comes from, and its version\n"
        "  content/pages/legal.md     who publishes the site, and where it is hosted\n",
        "none-found": "No territory of the portal answers to “{words}”.\n",
        "more-found": "There are others: the first {shown} are shown. Say more of the name or the postal code.\n",
        "not-empty": "The folder {folder} is not empty: nothing was written.\n",
        "port-taken": "Port {port} is already taken, probably by another “serve”: nothing was built.\n"
        "→ Stop the other one (Ctrl-C), or take another port: {again}\n",
        "stopped-by-theme": "The build stopped on a file of the theme.\n{error}\n"
        "→ If it is in the folder theme/ of your portal, mend it; otherwise it is a fault of the program.\n"
        "To report it with the detail: PORTAIL_TRACEBACK=1 portail …\n",
        "stopped": "The portal stopped on a fault of the program, and the published site has not changed.\n"
        "{error}\nTo report it with the detail: PORTAIL_TRACEBACK=1 portail …\n",
        "stopped-by-disk": "The portal could not read or write a file (or open a port); "
        "the published site has not changed.\n{error}\n",
    },
}


def say(lang: str, key: str, **values: object) -> str:
    """The words of ``key``, filled in."""
    return WORDS[lang][key].format(**values)
