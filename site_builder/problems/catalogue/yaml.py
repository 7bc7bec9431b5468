"""What is wrong with how YAML and front matter are written."""

from site_builder.problems.sentences import Sentences

YAML = {
    "yaml-tab": Sentences(
        "Une tabulation commence cette ligne ; YAML n’accepte que des espaces.",
        "{fixed}",
        "A tab begins this line; YAML accepts only spaces.",
        "{fixed}",
    ),
    "yaml-indent-space": Sentences(
        "Une espace insécable commence cette ligne ; YAML n’accepte que des espaces ordinaires.",
        "{fixed}",
        "A no-break space begins this line; YAML accepts only ordinary spaces.",
        "{fixed}",
    ),
    "yaml-colon": Sentences(
        "Cette valeur contient deux-points suivis d’une espace : YAML la prend pour une autre clé.",
        "{fixed}",
        "This value contains a colon followed by a space: YAML takes it for another key.",
        "{fixed}",
    ),
    "yaml-space": Sentences(
        "Il manque une espace après les deux-points.",
        "{fixed}",
        "A space is missing after the colon.",
        "{fixed}",
    ),
    "yaml-colon-space": Sentences(
        "L’espace qui suit les deux-points est insécable, comme dans un traitement de texte ; YAML veut une espace ordinaire.",
        "{fixed}",
        "The space after the colon is a no-break space, as in a word processor; YAML wants an ordinary space.",
        "{fixed}",
    ),
    "yaml-no-colon": Sentences(
        "Cette ligne n’a pas de clé suivie de deux-points.",
        "{fixed}",
        "This line has no key followed by a colon.",
        "{fixed}",
    ),
    "yaml-special": Sentences(
        "Le premier signe de cette valeur a un sens pour YAML : il faut des guillemets autour d’elle.",
        "{fixed}",
        "The first sign of this value means something to YAML: the value needs quotes around it.",
        "{fixed}",
    ),
    "yaml-quote-open": Sentences(
        "Le guillemet ouvert ici n’est pas refermé.",
        "{fixed}",
        "The quote opened here is not closed.",
        "{fixed}",
    ),
    "yaml-quote": Sentences(
        "Le texte continue après le guillemet qui le ferme.",
        "{fixed}",
        "The text goes on after the quote that closes it.",
        "{fixed}",
    ),
    "yaml-backslash": Sentences(
        "La barre « \\ » a un sens entre guillemets doubles.",
        "{fixed}",
        "The sign `\\` means something between double quotes.",
        "{fixed}",
    ),
    "yaml-hash": Sentences(
        "Le signe « # » commence un commentaire : il faut des guillemets autour de la valeur.",
        "{fixed}",
        "The sign `#` begins a comment: the value needs quotes around it.",
        "{fixed}",
    ),
    "yaml-comma": Sentences(
        "Entre accolades, une virgule finit la valeur : « {lost} » serait perdu. Il faut des guillemets autour de la valeur.",
        "{fixed}",
        "Between braces a comma ends the value: “{lost}” would be lost. The value needs quotes around it.",
        "{fixed}",
    ),
    "yaml-bracket": Sentences(
        "Le crochet ou l’accolade qui s’ouvre ici n’est pas refermé.",
        "{fixed}",
        "The bracket opened here is not closed.",
        "{fixed}",
    ),
    "yaml-alignment": Sentences(
        "Cette ligne n’est alignée avec aucune de celles dont elle dépend.",
        "Alignez son premier caractère avec celui des lignes de même rang, par des espaces.",
        "This line is aligned with none of the lines that it depends on.",
        "Align its first character with that of the lines of the same rank, with spaces.",
    ),
    "yaml-documents": Sentences(
        "Une ligne « --- » coupe ce fichier en deux ; la suite n’est pas lue.",
        "Supprimez cette ligne.",
        "A line `---` cuts this file in two; the rest is not read.",
        "Delete this line.",
    ),
    "yaml-depth": Sentences(
        "Il y a ici plus de {most} listes emboîtées.",
        "Écrivez cette valeur plus simplement.",
        "There are more than {most} nested lists here.",
        "Write this value more simply.",
    ),
    "yaml-syntax": Sentences(
        "YAML ne peut pas lire cette ligne.",
        "Vérifiez l’alignement, les guillemets et les crochets de cette ligne et de la précédente.",
        "YAML cannot read this line ({detail}).",
        "Check the alignment, quotes and brackets of this line and the one before.",
    ),
    "yaml-alias": Sentences(
        "Les renvois de YAML (« & » et « * ») ne sont pas acceptés.",
        "Recopiez la valeur à la place du renvoi, ou mettez-la entre guillemets si c’est un texte.",
        "YAML anchors and aliases (`&` and `*`) are not accepted.",
        "Copy the value in place of the alias, or put it in quotes if it is a text.",
    ),
    "yaml-tag": Sentences(
        "L’étiquette YAML « {tag} » n’est pas acceptée.",
        "Supprimez le mot qui commence par « ! », ou mettez la valeur entre guillemets.",
        "The YAML tag “{tag}” is not accepted.",
        "Delete the word that begins with `!`, or put the value in quotes.",
    ),
    "yaml-key": Sentences(
        "Une clé doit être un simple mot.",
        "Écrivez « mot: valeur ».",
        "A key must be a single word.",
        "Write `word: value`.",
    ),
    "duplicate-key": Sentences(
        "La clé « {key} » est écrite deux fois (déjà à la ligne {first}).",
        "Gardez une seule des deux lignes.",
        "The key “{key}” is written twice (already on line {first}).",
        "Keep only one of the two lines.",
    ),
    "front-matter-missing": Sentences(
        "La fiche ne commence pas par son en-tête.",
        "---\nid: nom-de-la-fiche\ntitle: Titre de la page\n---",
        "The file does not begin with its header.",
        "---\nid: name-of-the-entry\ntitle: Title of the page\n---",
    ),
    "front-matter-open": Sentences(
        "L’en-tête n’est pas fermé : il manque une ligne « --- » avant le texte.",
        "---",
        "The header is not closed: a line `---` is missing before the text.",
        "---",
    ),
    "front-matter-fence": Sentences(
        "Cette ligne devrait être faite d’exactement trois tirets.",
        "---",
        "This line should be exactly three hyphens.",
        "---",
    ),
    "front-matter-shape": Sentences(
        "L’en-tête doit être une suite de lignes « clé: valeur ».",
        "title: Titre de la page",
        "The header must be lines of `key: value`.",
        "title: Title of the page",
    ),
    "not-a-mapping": Sentences(
        "On attend ici des lignes « clé: valeur ».",
        "{fixed}",
        "Lines of `key: value` are expected here.",
        "{fixed}",
    ),
}
