"""Said by `portail build` about the disk, not about a file of the portal."""

from site_builder.problems.sentences import Sentences

PUBLISHING = {
    "search-unavailable": Sentences(
        "La recherche ne peut pas être préparée sur cet ordinateur : {error}. Le site est publié ; on y trouve les lieux par leur nom, mais pas les textes.",
        "pip install pagefind-bin  # s’il n’existe pas pour cet ordinateur, construisez le site ailleurs, sous Linux par exemple",
        "The search cannot be prepared on this computer: {error}. The site is published; places are found by name, texts are not.",
        "pip install pagefind-bin  # if there is none for this computer, build the site elsewhere, on Linux for example",
        warning=True,
    ),
    "output-in-sources": Sentences(
        "Publier dans {folder} effacerait ce dont le portail est fait ({source}) : rien n’a été changé.",
        "Publiez dans un dossier à part : site (le site_dir de mkdocs.yml), ou ailleurs que dans le portail (--output).",
        "Publishing into {folder} would erase what the portal is made of ({source}): nothing was changed.",
        "Publish into a folder of its own: site (site_dir of mkdocs.yml), or anywhere outside the portal (--output).",
    ),
    "output-not-folder": Sentences(
        "{folder} n’est pas un simple dossier (c’est un fichier, ou un lien) : rien n’a été changé.",
        "Déplacez-le ou effacez-le, ou publiez ailleurs (--output).",
        "{folder} is not a plain folder (it is a file or a link): nothing was changed.",
        "Move it or delete it, or publish elsewhere (--output).",
    ),
    "output-repository": Sentences(
        "{folder} est un dépôt Git, que la publication effacerait : rien n’a été changé.",
        "Publiez dans un autre dossier (--output), puis copiez le site dans le dépôt.",
        "{folder} is a Git repository, which publishing would erase: nothing was changed.",
        "Publish into another folder (--output), then copy the site into the repository.",
    ),
    "output-foreign": Sentences(
        "{folder} n’est pas vide et ne porte pas la marque d’un site du portail ({mark}) : rien n’a été changé.",
        "S’il ne contient rien à garder (un ancien site, un essai), effacez-le une fois et relancez ; sinon, publiez ailleurs (--output).",
        "{folder} is not empty and has no mark of a site of the portal ({mark}): nothing was changed.",
        "If it holds nothing to keep (an older site, a trial), delete it once and run this again; otherwise publish elsewhere (--output).",
    ),
    "build-running": Sentences(
        "Une autre construction de {folder} est en cours (processus {pid}, depuis {since}) : celle-ci n’a rien changé.",
        "Attendez qu’elle finisse et relancez ; si le processus {pid} n’existe plus, effacez {lock}.",
        "Another build of {folder} is running (process {pid}, since {since}): this one changed nothing.",
        "Wait for its end and run this again; if process {pid} no longer exists, delete {lock}.",
    ),
}
