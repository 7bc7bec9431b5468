"""What cannot go on paper."""

from site_builder.problems.sentences import Sentences

PAPER = {
    "paper-characters": Sentences(
        "« {title} » contient des caractères qui ne s’impriment pas : {characters}. Ce qui en dépend n’est pas imprimé.",
        "Écrivez-le en toutes lettres, ou ajoutez dans theme/print/fonts une police qui a ces caractères.",
        "“{title}” contains characters that cannot be printed: {characters}. What depends on it is not printed.",
        "Say it in words, or add to theme/print/fonts a font that has these characters.",
    ),
    "paper-characters-of-data": Sentences(
        "« {title} » : un nom ou un contact contient des caractères qui ne s’impriment pas : {characters}.",
        "Cherchez ce caractère dans data/ et écrivez-le autrement, ou ajoutez dans theme/print/fonts une police qui l’a.",
        "“{title}”: a name or a contact contains characters that cannot be printed: {characters}.",
        "Look for this character in data/ and write it differently, or add to theme/print/fonts a font that has it.",
    ),
    "paper-language": Sentences(
        "Rien ne peut être imprimé dans la langue « {lang} » : aucune police n’a ses lettres ({characters}). Ses pages, elles, sont publiées.",
        "Ajoutez dans theme/print/fonts une police (.ttf) qui a ces lettres, en normal et en gras.",
        "Nothing can be printed in the language “{lang}”: no font has its letters ({characters}). Its pages are published all the same.",
        "Add to theme/print/fonts a font (.ttf) that has these letters, in regular and in bold.",
        warning=True,
    ),
    "paper-block": Sentences(
        "« {title} » ne peut pas être imprimé : {error}",
        "Simplifiez sa mise en forme : paragraphes, listes, liens, italique et gras s’impriment.",
        "“{title}” cannot be printed: {error}",
        "Simplify how it is set out: paragraphs, lists, links, italics and bold are printed.",
    ),
    "paper-template": Sentences(
        "« {title} » ({lang}) ne peut pas être imprimé, et aucun texte n’en est la cause : {error}",
        "C’est un défaut du modèle d’impression : signalez-le à ceux qui s’occupent du portail.",
        "“{title}” ({lang}) cannot be printed, and no text is the cause: {error}",
        "It is a fault in the print template: tell those who look after the portal.",
    ),
    "paper-pages": Sentences(
        "« {title} » ({lang}) prend {pages} pages au lieu de {expected} : ses textes sont trop longs pour ce format.",
        "Raccourcissez le nom, le contact ou les introductions des rubriques, puis imprimez de nouveau.",
        "“{title}” ({lang}) takes {pages} pages instead of {expected}: its texts are too long for this format.",
        "Shorten the name, the contact or the introductions of sections, then print again.",
        warning=True,
    ),
    "paper-address": Sentences(
        "L’adresse du site n’est pas déclarée permanente : les codes QR imprimés mènent à {address}, et plus nulle part si cette adresse change.",
        "permanent_address: true",
        "The address of the site is not declared permanent: printed QR codes lead to {address}, and nowhere once that address changes.",
        "permanent_address: true",
        warning=True,
    ),
    "paper-address-example": Sentences(
        "L’adresse {address} est un exemple : aucun code QR imprimé ne mènera quelque part.",
        "site_url: https://bienvenue.votre-domaine.fr/\nPORTAIL_SITE_URL=https://bienvenue.votre-domaine.fr/  # à la place, avant la commande",
        "The address {address} is an example: no printed QR code will lead anywhere.",
        "site_url: https://welcome.your-domain.org/\nPORTAIL_SITE_URL=https://welcome.your-domain.org/  # instead, before the command",
        warning=True,
    ),
    "paper-address-missing": Sentences(
        "L’adresse du site n’est pas connue : ce qui est imprimé n’a ni code QR, ni adresse.",
        "site_url: https://www.exemple.fr/",
        "The address of the site is not known: what is printed has no QR code and no address.",
        "site_url: https://www.example.org/",
        warning=True,
    ),
}
