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
    "site-large": Sentences(
        "Le site pèse {megabytes} Mo : {share} % des {most} Mo que l’hébergeur accepte.",
        "Regardez ce qui pèse (du -sh site/*) : photos trop nombreuses, guides imprimés. Le site est publié.",
        "The site weighs {megabytes} MB: {share}% of the {most} MB that the host accepts.",
        "Look at what weighs most (du -sh site/*): too many photographs, printed guides. The site is published.",
        warning=True,
    ),
    "site-too-large": Sentences(
        "Le site pèse {megabytes} Mo, plus que les {most} Mo que l’hébergeur accepte : il n’est pas publié, celui d’avant reste en place.",
        "Retirez des photos de media/, ou construisez sans guides imprimés (--no-paper).",
        "The site weighs {megabytes} MB, more than the {most} MB that the host accepts: it is not published, the former one stays.",
        "Take photographs out of media/, or build without printed guides (--no-paper).",
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
        "Attendez qu’elle finisse, puis relancez ; si le processus {pid} n’existe plus, effacez {lock}.",
        "Another build of {folder} is running (process {pid}, since {since}): this one changed nothing.",
        "Wait until it ends, then run this again; if process {pid} no longer exists, delete {lock}.",
    ),
    "output-mounted": Sentences(
        "{folder} ou {stage}, où le site se prépare, est un disque ou un dossier monté (volume d’un conteneur, partage réseau) : le nouveau site ne peut pas y prendre d’un coup la place de l’ancien. Rien n’a été changé.",
        "Publiez dans un dossier ordinaire de ce disque, par exemple --output {folder}/site.",
        "{folder} or {stage}, where the site is prepared, is a disk or a mounted folder (a container’s volume, a network share): the new site cannot take the place of the old one at once there. Nothing was changed.",
        "Publish into a plain folder of that disk, for example --output {folder}/site.",
    ),
    "disk-full": Sentences(
        "Le disque est plein : {path} n’a pas pu être écrit. Le site publié est tel qu’il était.",
        "Libérez de la place et relancez. Le dossier {stage} peut être effacé : il est refait à la prochaine construction.",
        "The disk is full: {path} could not be written. The published site is as it was.",
        "Make room and run this again. The folder {stage} may be deleted: the next build makes it again.",
    ),
    "folder-closed": Sentences(
        "Le dossier {folder} ne peut pas être écrit ({error}). Le site publié est tel qu’il était.",
        "Donnez à ce compte le droit d’y écrire (chmod -R u+w {folder}), fermez ce qui l’utilise, ou publiez ailleurs (--output).",
        "The folder {folder} cannot be written ({error}). The published site is as it was.",
        "Give this account the right to write there (chmod -R u+w {folder}), close what is using it, or publish elsewhere (--output).",
    ),
    "former-left": Sentences(
        "Le site est publié. Mais l’ancien, gardé dans {folder}, contient encore des fichiers que le nouveau n’a plus : ils n’ont pas pu en être effacés ({error}).",
        "rm -r {folder}  # il est refait à la prochaine construction",
        "The site is published. But the former one, kept in {folder}, still holds files that the new one no longer has: they could not be deleted from it ({error}).",
        "rm -r {folder}  # the next build makes it again",
        warning=True,
    ),
    "sources-changed": Sentences(
        "Le portail {folder} a changé pendant que sa partie se construisait : elle n’irait pas avec les autres, et n’est pas publiée.",
        "Relancez la construction de cette partie, quand plus rien ne change.",
        "The portal {folder} has changed while its part was being built: it would not fit the others, and is not published.",
        "Build this part again once nothing is changing any more.",
    ),
    "shard-over-site": Sentences(
        "{folder} contient un site entier, qu’une partie seule remplacerait : rien n’a été changé.",
        "portail build --shard K/N  # sans --output : la partie a son propre dossier, à côté du site",
        "{folder} holds a whole site, which a part alone would replace: nothing was changed.",
        "portail build --shard K/N  # without --output: the part has a folder of its own, beside the site",
    ),
    "shard-unknown": Sentences(
        "{folder} n’est pas une partie d’un site ({record} n’y est pas, ou ne se lit pas) : rien n’a été publié.",
        "portail build --shard K/N  # puis donnez à « merge » le dossier qu’elle nomme, entier, fichiers cachés compris",
        "{folder} is not part of a site ({record} is not there, or cannot be read): nothing was published.",
        "portail build --shard K/N  # then give “merge” the folder that it names, whole, hidden files included",
    ),
    "shard-damaged": Sentences(
        "La partie {folder} n’est plus telle qu’elle a été construite ({files}) : rien n’a été publié.",
        "Copiez-la à nouveau, entière, ou reconstruisez-la (portail build --shard K/N).",
        "The part {folder} is no longer as it was built ({files}): nothing was published.",
        "Copy it again, whole, or build it again (portail build --shard K/N).",
    ),
    "shards-differ": Sentences(
        "{folder} et {other} ne sont pas du même site : faites d’autres sources, d’un autre moteur, avec d’autres options, un autre jour, ou en un autre nombre de parties. Rien n’a été publié.",
        "Construisez toutes les parties à partir du même commit, le même jour, avec les mêmes options et la même version de Python.",
        "{folder} and {other} are not of the same site: made from other sources, with another engine, other options, on another day, or in another number of parts. Nothing was published.",
        "Build all parts from the same commit, on the same day, with the same options and the same version of Python.",
    ),
    "shard-twice": Sentences(
        "{folder} et {other} sont la même partie du site ({shard}) : rien n’a été publié.",
        "Ne donnez chaque partie qu’une fois.",
        "{folder} and {other} are the same part of the site ({shard}): nothing was published.",
        "Give each part only once.",
    ),
    "shards-missing": Sentences(
        "Il manque au site des parties : {shards}. Rien n’a été publié.",
        "Construisez-les (portail build --shard K/N), et donnez à « merge » les dossiers de toutes les parties.",
        "The site lacks parts: {shards}. Nothing was published.",
        "Build them (portail build --shard K/N), and give “merge” the folders of all parts.",
    ),
    "shards-overlap": Sentences(
        "Deux parties du site ont les mêmes fichiers ({files}) : rien n’a été publié.",
        "Effacez ces parties et reconstruisez-les toutes ; si cela se répète, c’est un défaut du programme.",
        "Two parts of the site have the same files ({files}): nothing was published.",
        "Delete these parts and build all of them again; if it happens again, it is a fault of the program.",
    ),
    "shards-incomplete": Sentences(
        "Les parties du site ne font pas ensemble tous ses fichiers : rien n’a été publié.",
        "Effacez ces parties et reconstruisez-les toutes ; si cela se répète, c’est un défaut du programme.",
        "The parts of the site do not make all of its files together: nothing was published.",
        "Delete these parts and build all of them again; if it happens again, it is a fault of the program.",
    ),
}
