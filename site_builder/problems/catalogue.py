"""The sentences of every problem, in the tool's two languages.

``fix`` is a line to paste wherever one exists. ``{names}`` are the values the check gives; a test shows that both
languages use the same ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Sentences:
    """What is wrong and how to mend it, in French then in English."""

    fr: str
    fr_fix: str
    en: str
    en_fix: str
    warning: bool = False

    def message(self, lang: str) -> str:
        """What is wrong."""
        return self.fr if lang == "fr" else self.en

    def fix(self, lang: str) -> str:
        """How to mend it."""
        return self.fr_fix if lang == "fr" else self.en_fix


FILES = {
    "portal-missing": Sentences(
        "Le fichier data/portal.yml manque : c’est lui qui dit de quel territoire parle le portail.",
        "Lancez « portail init DOSSIER » et recopiez son data/portal.yml.",
        "The file data/portal.yml is missing: it says which territory the portal is about.",
        "Run `portail init FOLDER` and copy its data/portal.yml.",
    ),
    "guide-missing": Sentences(
        "Le fichier data/guide.yml manque : c’est lui qui nomme les rubriques du guide.",
        "Lancez « portail init DOSSIER » et recopiez son data/guide.yml.",
        "The file data/guide.yml is missing: it names the sections of the guide.",
        "Run `portail init FOLDER` and copy its data/guide.yml.",
    ),
    "symbolic-link": Sentences(
        "Ce fichier est un lien symbolique ; le portail ne suit pas les liens.",
        "Remplacez le lien par une copie du fichier.",
        "This file is a symbolic link; the portal does not follow links.",
        "Replace the link with a copy of the file.",
    ),
    "file-name": Sentences(
        "Le nom de ce fichier contient des caractères illisibles.",
        "Renommez-le avec des lettres sans accent, des chiffres et des tirets.",
        "The name of this file contains unreadable characters.",
        "Rename it with letters without accents, digits and hyphens.",
    ),
    "file-name-form": Sentences(
        "Les espaces, accents, majuscules ou autres signes de ce nom s’écrivent autrement dans une adresse ou sur un autre ordinateur.",
        "Renommez-le en {fixed}, et corrigez les liens qui y mènent, s’il y en a.",
        "The spaces, accents, capitals or other signs of this name are written otherwise in an address or on another computer.",
        "Rename it to {fixed}, and correct the links that lead to it, if any.",
        warning=True,
    ),
    "file-ending": Sentences(
        "Personne ne lit ce fichier : la fin de son nom est en majuscules.",
        "Renommez-le en {fixed}.",
        "Nobody reads this file: its name ends in capitals.",
        "Rename it to {fixed}.",
    ),
    "file-twins": Sentences(
        "Un autre fichier porte le même nom, à une majuscule, à un accent ou à sa fin près : {other}. Un seul des deux peut être lu.",
        "Renommez l’un des deux, ou supprimez-le.",
        "Another file has the same name but for a capital, an accent or its ending: {other}. Only one of the two can be read.",
        "Rename one of the two, or delete it.",
    ),
    "file-ignored": Sentences(
        "Personne ne lit ce fichier : content/ ne contient que des fichiers .md.",
        "Si c’est une fiche, renommez-le en {fixed} ; sinon, rangez-le ailleurs.",
        "Nobody reads this file: content/ holds only .md files.",
        "If it is an entry, rename it to {fixed}; otherwise keep it elsewhere.",
        warning=True,
    ),
    "data-ignored": Sentences(
        "Personne ne lit ce fichier : data/ contient des fichiers {known}.",
        "Enregistrez-le dans l’un de ces formats, ou rangez-le ailleurs.",
        "Nobody reads this file: data/ holds files {known}.",
        "Save it in one of these formats, or keep it elsewhere.",
        warning=True,
    ),
    "media-ignored": Sentences(
        "Personne ne lit ce fichier : media/ contient des images ({known}) et leurs fiches (.yml).",
        "Enregistrez l’image dans l’un de ces formats, ou rangez ce fichier ailleurs.",
        "Nobody reads this file: media/ holds images ({known}) and their sidecars (.yml).",
        "Save the image in one of these formats, or keep this file elsewhere.",
        warning=True,
    ),
    "sidecar-alone": Sentences(
        "L’image que décrit cette fiche n’existe pas : {image}.",
        "Donnez à l’image et à sa fiche le même nom, ou retirez cette fiche.",
        "The image that this sidecar describes does not exist: {image}.",
        "Give the image and its sidecar the same name, or remove this sidecar.",
        warning=True,
    ),
    "not-utf8": Sentences(
        "Ce fichier n’est pas enregistré en UTF-8 : ses accents ne peuvent pas être lus.",
        "Dans votre éditeur : Enregistrer sous… → Encodage : UTF-8.",
        "This file is not saved as UTF-8: its accents cannot be read.",
        "In your editor: Save as… → Encoding: UTF-8.",
    ),
    "file-large": Sentences(
        "Ce fichier est trop long : {size} octets, il en faut moins de {most}.",
        "Partagez ce texte entre plusieurs fiches.",
        "This file is too long: {size} bytes, at most {most} are read.",
        "Share this text out between several entries.",
    ),
    "line-long": Sentences(
        "Cette ligne est trop longue : {length} caractères, il en faut moins de {most}.",
        "Coupez-la en paragraphes séparés par une ligne vide.",
        "This line is too long: {length} characters, at most {most} are read.",
        "Cut it into paragraphs with an empty line between them.",
    ),
    "null-byte": Sentences(
        "Il y a ici un caractère invisible (NUL) qu’aucun texte ne devrait contenir.",
        "Effacez cette ligne et tapez-la de nouveau.",
        "There is an invisible character (NUL) here that no text should contain.",
        "Delete this line and type it again.",
    ),
    "control-character": Sentences(
        "Il y a ici un caractère invisible ({character}), venu sans doute d’un copier-coller.",
        "Effacez cette ligne et tapez-la de nouveau.",
        "There is an invisible character ({character}) here, probably from a copy and paste.",
        "Delete this line and type it again.",
    ),
    "empty-file": Sentences(
        "Ce fichier est vide.",
        "Supprimez-le, ou écrivez son contenu (voir docs/editeurs/README.md).",
        "This file is empty.",
        "Delete it, or write its content (see docs/editors/README.md).",
    ),
    "unknown-folder": Sentences(
        "Le dossier « {folder} » n’est pas un dossier de contenu. Dossiers connus : {known}.",
        "Déplacez le fichier dans content/{suggestion}/.",
        "The folder “{folder}” is not a content folder. Known folders: {known}.",
        "Move the file to content/{suggestion}/.",
    ),
    "no-folder": Sentences(
        "Ce fichier est directement dans content/, où rien n’est lu. Dossiers connus : {known}.",
        "Déplacez le fichier dans le dossier qui convient, par exemple content/pages/.",
        "This file stands directly in content/, where nothing is read. Known folders: {known}.",
        "Move the file to the folder that suits it, for example content/pages/.",
    ),
    "unknown-language": Sentences(
        "Le nom du fichier annonce la langue « {lang} », que le portail n’a pas. Langues du portail : {known}.",
        "Ajoutez cette langue dans data/portal.yml, ou supprimez ce fichier.",
        "The file name announces the language “{lang}”, which the portal does not have. Its languages: {known}.",
        "Add this language to data/portal.yml, or delete this file.",
    ),
    "language-suffix": Sentences(
        "Le nom du fichier annonce la langue « {lang} », que le portail n’a pas. Langues du portail : {known}.",
        "Renommez le fichier en {fixed}.",
        "The file name announces the language “{lang}”, which the portal does not have. Its languages: {known}.",
        "Rename the file to {fixed}.",
    ),
    "duplicate-file": Sentences(
        "Ce fichier et {other} sont la même fiche dans la même langue ({lang}).",
        "Gardez un seul des deux fichiers.",
        "This file and {other} are the same entry in the same language ({lang}).",
        "Keep only one of the two files.",
    ),
    "reference-missing": Sentences(
        "Cette traduction n’a pas de fichier de référence à côté d’elle.",
        "Créez {reference} (la version dans la langue de référence), ou supprimez cette traduction.",
        "This translation has no reference file beside it.",
        "Create {reference} (the version in the reference language), or delete this translation.",
    ),
    "outlines-degrees": Sentences(
        "Ce fichier GeoJSON n’est pas en degrés (longitude, latitude) : aucune carte ne peut en être tirée.",
        "Exportez-le de nouveau en WGS 84 (EPSG:4326), et non en Lambert-93.",
        "This GeoJSON file is not in degrees (longitude, latitude): no map can be drawn from it ({detail}).",
        "Export it again in WGS 84 (EPSG:4326), not in Lambert-93.",
    ),
    "bad-outlines": Sentences(
        "Ce fichier GeoJSON ne peut pas être lu : aucune carte ne peut en être tirée.",
        "Exportez-le de nouveau : une FeatureCollection de (Multi)Polygon, chacun avec une propriété « code ».",
        "This GeoJSON file cannot be read: no map can be drawn from it ({detail}).",
        "Export it again: a FeatureCollection of (Multi)Polygon, each with a property `code`.",
    ),
    "table-columns": Sentences(
        "Il manque à ce tableau les colonnes : {missing}.",
        "{header}",
        "This table lacks the columns: {missing}.",
        "{header}",
    ),
    "table-separator": Sentences(
        "Les colonnes de ce tableau sont séparées par des points-virgules ; il faut des virgules.",
        "Dans le tableur : Enregistrer sous… → CSV, séparateur de champs : la virgule.",
        "The columns of this table are separated by semicolons; commas are needed.",
        "In the spreadsheet: Save as… → CSV, field separator: the comma.",
    ),
    "table-row": Sentences(
        "Cette ligne a {cells} cases ; l’en-tête du tableau en a {columns}.",
        "Remettez les cases qui manquent, ou entourez de guillemets le texte qui contient une virgule.",
        "This line has {cells} cells; the header of the table has {columns}.",
        "Restore the missing cells, or put quotes around a text that contains a comma.",
    ),
    "table-syntax": Sentences(
        "Ce tableau ne peut plus être lu à partir de cette ligne.",
        "Cherchez un guillemet ouvert et jamais refermé.",
        "This table cannot be read from this line on.",
        "Look for a quote that is opened and never closed.",
    ),
    "unknown-table": Sentences(
        "Personne ne lit ce tableau : son nom n’est celui d’aucun tableau connu. Tableaux connus : {known}.",
        "Renommez-le : {fixed}",
        "Nobody reads this table: its name is that of no known table. Known tables: {known}.",
        "Rename it: {fixed}",
    ),
    "table-code-twice": Sentences(
        "« {code} » est déjà dans ce tableau : {other}.",
        "Gardez une seule des deux lignes.",
        "“{code}” is already in this table: {other}.",
        "Keep only one of the two lines.",
    ),
    "table-strangers": Sentences(
        "Lignes qui nomment une commune absente du portail : {count} (la première : « {code} »). Le portail n’en dit rien.",
        "Vérifiez ce code INSEE, ou retirez ces lignes si le portail ne couvre pas ces communes.",
        "Lines that name a commune which the portal does not have: {count} (the first: “{code}”). The portal says nothing of them.",
        "Check this INSEE code, or remove these lines if the portal does not cover those communes.",
        warning=True,
    ),
    "address-of-nobody": Sentences(
        "Aucun territoire n’a le code « {code} » : cette adresse ne serait celle de personne.",
        "Corrigez ce code (« portail find NOM » le donne), ou supprimez la ligne si le territoire n’existe plus.",
        "No territory has the code “{code}”: this address would be nobody’s.",
        "Correct this code (`portail find NAME` gives it), or delete the line if the territory no longer exists.",
    ),
    "address-value": Sentences(
        "« {written} » ne peut pas servir d’adresse : minuscules sans accent, chiffres et tirets seulement.",
        "{fixed}",
        "“{written}” cannot be used in an address: lower-case letters without accents, digits and hyphens only.",
        "{fixed}",
    ),
    "table-value": Sentences(
        "« {written} » ne convient pas dans la colonne « {field} ».",
        "Corrigez cette ligne du tableau, ou videz la case.",
        "“{written}” does not fit the column “{field}”.",
        "Correct this line of the table, or empty the cell.",
    ),
    "table-empty": Sentences(
        "La colonne « {field} » est vide.",
        "Remplissez cette case du tableau.",
        "The column “{field}” is empty.",
        "Fill this cell of the table.",
    ),
}

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

FIELDS = {
    "missing-field": Sentences(
        "Le champ « {field} » manque.",
        "{fixed}",
        "The field “{field}” is missing.",
        "{fixed}",
    ),
    "empty-field": Sentences(
        "Le champ « {field} » est vide.",
        "{fixed}",
        "The field “{field}” is empty.",
        "{fixed}",
    ),
    "empty-list": Sentences(
        "Le champ « {field} » n’a aucune valeur.",
        "{fixed}",
        "The field “{field}” has no value.",
        "{fixed}",
    ),
    "too-long": Sentences(
        "Le champ « {field} » est trop long : {most} caractères au plus.",
        "Raccourcissez-le.",
        "The field “{field}” is too long: {most} characters at most.",
        "Shorten it.",
    ),
    "unknown-field": Sentences(
        "Le champ « {field} » n’existe pas. Vouliez-vous dire « {suggestion} » ?",
        "{fixed}",
        "The field “{field}” does not exist. Did you mean “{suggestion}”?",
        "{fixed}",
    ),
    "unexpected-field": Sentences(
        "Le champ « {field} » n’existe pas ici. Champs connus : {known}.",
        "Supprimez cette ligne.",
        "The field “{field}” does not exist here. Known fields: {known}.",
        "Delete this line.",
    ),
    "misplaced-field": Sentences(
        "« {field} » est pris pour une partie de « {parent} », à cause des espaces qui commencent la ligne.",
        "{fixed}",
        "“{field}” is taken for a part of “{parent}”, because of the spaces that begin the line.",
        "{fixed}",
    ),
    "bad-date": Sentences(
        "« {written} » n’est pas une date de la forme année-mois-jour (2026-03-31, par exemple).",
        "{fixed}",
        "“{written}” is not a date written year-month-day (2026-03-31, for example).",
        "{fixed}",
    ),
    "bad-number": Sentences(
        "« {written} » n’est pas un nombre.",
        "{fixed}",
        "“{written}” is not a number.",
        "{fixed}",
    ),
    "out-of-range": Sentences(
        "« {written} » est hors des limites du champ « {field} » : {limits}.",
        "Vérifiez cette valeur.",
        "“{written}” is beyond the limits of the field “{field}”: {limits}.",
        "Check this value.",
    ),
    "bad-choice": Sentences(
        "« {written} » n’est pas une valeur du champ « {field} ». Valeurs possibles : {choices}.",
        "{fixed}",
        "“{written}” is not a value of the field “{field}”. Possible values: {choices}.",
        "{fixed}",
    ),
    "bad-id": Sentences(
        "« {written} » ne peut pas servir d’adresse : minuscules sans accent, chiffres et tirets seulement.",
        "{fixed}",
        "“{written}” cannot be used in an address: lower-case letters without accents, digits and hyphens only.",
        "{fixed}",
    ),
    "bad-code": Sentences(
        "« {written} » ne peut pas être le code d’un territoire : lettres sans accent, chiffres et tirets seulement.",
        "{fixed}",
        "“{written}” cannot be the code of a territory: letters without accents, digits and hyphens only.",
        "{fixed}",
    ),
    "bad-colour": Sentences(
        "« {written} » n’est pas une couleur de la forme #RRVVBB.",
        '{field}: "#0F4C5C"',
        "“{written}” is not a colour written #RRGGBB.",
        '{field}: "#0F4C5C"',
    ),
    "bad-duration": Sentences(
        "« {written} » n’est pas une durée en jours, mois ou années (days, months, years).",
        "{field}: 12 months",
        "“{written}” is not a duration in days, months or years.",
        "{field}: 12 months",
    ),
    "bad-domain": Sentences(
        "« {written} » n’est pas un nom de domaine.",
        "{fixed}",
        "“{written}” is not a domain name.",
        "{fixed}",
    ),
    "asset-person": Sentences(
        "Un atout n’est pas une personne : une personne a sa fiche dans content/ambassadors/, avec son accord.",
        "kind: Place",
        "An asset is not a person: a person has a profile in content/ambassadors/, with their consent.",
        "kind: Place",
    ),
    "bad-postal-code": Sentences(
        "« {written} » n’est pas un code postal.",
        '["40100"]',
        "“{written}” is not a postal code.",
        '["40100"]',
    ),
    "bad-language": Sentences(
        "« {written} » n’est pas un code de langue ; on écrit fr, en, ar…",
        "{{fr: …, en: …}}",
        "“{written}” is not a language code; write fr, en, ar…",
        "{{fr: …, en: …}}",
    ),
    "bad-time-zone": Sentences(
        "« {written} » n’est pas un fuseau horaire.",
        "{field}: Europe/Paris",
        "“{written}” is not a time zone.",
        "{field}: Europe/Paris",
    ),
    "bad-country-code": Sentences(
        "« {written} » n’est pas l’indicatif téléphonique d’un pays : un « + » suivi d’un à trois chiffres.",
        '{field}: "+33"',
        "“{written}” is not the telephone code of a country: a “+” followed by one to three digits.",
        '{field}: "+33"',
    ),
    "bad-value": Sentences(
        "« {written} » ne convient pas au champ « {field} ».",
        "Voyez ce champ dans docs/modele-de-contenu.md.",
        "“{written}” does not suit the field “{field}” ({detail}).",
        "See this field in docs/content-model.md.",
    ),
    "bad-url": Sentences(
        "« {written} » n’est pas une adresse web complète.",
        "{fixed}",
        "“{written}” is not a complete web address.",
        "{fixed}",
    ),
    "bad-telephone": Sentences(
        "« {written} » ne peut pas être composé sur un téléphone.",
        '{field}: "05 56 00 00 00"',
        "“{written}” cannot be dialled.",
        '{field}: "05 56 00 00 00"',
    ),
    "bad-email": Sentences(
        "« {written} » n’est pas une adresse de courriel.",
        "{field}: accueil@exemple.fr",
        "“{written}” is not an e-mail address.",
        "{field}: welcome@example.org",
    ),
    "bad-boolean": Sentences(
        "« {written} » n’est ni true (oui) ni false (non).",
        "{fixed}",
        "“{written}” is neither true nor false.",
        "{fixed}",
    ),
    "not-a-list": Sentences(
        "Le champ « {field} » attend une liste.",
        "{fixed}",
        "The field “{field}” expects a list.",
        "{fixed}",
    ),
    "not-a-text": Sentences(
        "Le champ « {field} » attend un texte.",
        "{fixed}",
        "The field “{field}” expects a text.",
        "{fixed}",
    ),
    "body-field": Sentences(
        "Le texte de la fiche ne s’écrit pas dans l’en-tête.",
        "Supprimez « body: » et écrivez le texte sous la seconde ligne « --- ».",
        "The text is not written in the header.",
        "Delete `body:` and write the text below the second line `---`.",
    ),
    "block-section": Sentences(
        "Un bloc du guide doit dire dans quelle rubrique il se place.",
        "section: …",
        "A block of the guide must say which section it belongs to.",
        "section: …",
    ),
    "block-mode": Sentences(
        "« overrides » et « mode » vont ensemble : l’un dit quel bloc, l’autre ce qu’on en fait.",
        "{fixed}",
        "`overrides` and `mode` go together: one says which block, the other what to do with it.",
        "{fixed}",
    ),
    "translation-field": Sentences(
        "Le champ « {field} » ne se traduit pas : il est repris du fichier de référence.",
        "Supprimez cette ligne. Champs à traduire : {allowed}.",
        "The field “{field}” is not translated: it comes from the reference file.",
        "Delete this line. Fields to translate: {allowed}.",
    ),
    "translation-empty": Sentences(
        "Cette traduction n’a pas de texte.",
        "Écrivez le texte sous la seconde ligne « --- », ou supprimez le fichier : la page dira qu’elle n’est pas traduite.",
        "This translation has no text.",
        "Write the text below the second line `---`, or delete the file: the page will say that it is not translated.",
    ),
}

REFERENCES = {
    "duplicate-id": Sentences(
        "L’identifiant « {id} » est déjà celui de {other}.",
        "id: {fixed}",
        "The id “{id}” already belongs to {other}.",
        "id: {fixed}",
    ),
    "reserved-id": Sentences(
        "L’identifiant « {id} » est déjà le nom d’une partie du guide, où un lien ne mène qu’à une seule.",
        "id: {id}-2",
        "The id “{id}” is already the name of a part of the guide, where a link leads to only one.",
        "id: {id}-2",
    ),
    "duplicate-record": Sentences(
        "« {id} » est déjà défini : {other}.",
        "Gardez une seule des deux définitions, ou changez l’un des deux noms.",
        "“{id}” is already defined: {other}.",
        "Keep only one of the two definitions, or change one of the two names.",
    ),
    "contact-twice": Sentences(
        "Le rôle « {role} » est déjà rempli pour le territoire « {code} » : {other}.",
        "Gardez une seule des deux réponses : retirez ce code de l’un des deux « covers: ».",
        "The role “{role}” is already answered for the territory “{code}”: {other}.",
        "Keep only one of the two answers: remove this code from one of the two `covers:`.",
    ),
    "contact-and-absence": Sentences(
        "Le rôle « {role} » est dit absent du territoire « {code} », qui a pourtant un contact : {other}.",
        "Retirez ce code de l’absence s’il y a bien un contact, ou retirez ce contact.",
        "The role “{role}” is said to be absent from the territory “{code}”, which has a contact: {other}.",
        "Remove this code from the absence if there is a contact after all, or remove that contact.",
    ),
    "unknown-territory": Sentences(
        "Aucun territoire n’a le code « {code} ». Vouliez-vous dire {name}, dont le code est « {meant} » ?",
        "{fixed}",
        "No territory has the code “{code}”. Did you mean {name}, whose code is “{meant}”?",
        "{fixed}",
    ),
    "territory-homonyms": Sentences(
        "« {code} » peut désigner {count} territoires, que seul leur code distingue : {names}.",
        "{fixed}",
        "“{code}” may mean {count} territories, which only their codes tell apart: {names}.",
        "{fixed}",
    ),
    "unknown-territory-code": Sentences(
        "Aucun territoire n’a le code « {code} ».",
        "Cherchez le code avec « portail find NOM ».",
        "No territory has the code “{code}”.",
        "Look the code up with `portail find NAME`.",
    ),
    "unknown-level": Sentences(
        "Le niveau « {written} » n’est pas dans data/portal.yml. Niveaux connus : {known}.",
        "{fixed}",
        "The level “{written}” is not in data/portal.yml. Known levels: {known}.",
        "{fixed}",
    ),
    "table-level": Sentences(
        "Les tableaux de data/reference/ décrivent des territoires du niveau « {level} », qui n’est pas dans data/portal.yml.",
        "{fixed}",
        "The tables of data/reference/ hold territories of the level “{level}”, which is not in data/portal.yml.",
        "{fixed}",
    ),
    "unknown-language-name": Sentences(
        "« {written} » n’est le code d’aucune langue connue.",
        "{fixed}",
        "“{written}” is the code of no known language.",
        "{fixed}",
    ),
    "unknown-locale": Sentences(
        "La langue « {lang} » est inconnue : ses dates et ses nombres ne peuvent pas être écrits.",
        "Écrivez un code de langue ISO 639, par exemple fr.",
        "The language “{lang}” is unknown: its dates and numbers cannot be written.",
        "Write an ISO 639 language code, for example fr.",
    ),
    "territory-order": Sentences(
        "Le territoire {code} ne peut pas dépendre de {parent}, qui n’est pas d’un niveau plus large.",
        "Corrigez « parents » ou « level ».",
        "The territory {code} cannot depend on {parent}, which is not of a wider level.",
        "Correct `parents` or `level`.",
    ),
    "unknown-section": Sentences(
        "La rubrique « {written} » n’est pas dans data/guide.yml. Rubriques : {known}.",
        "{fixed}",
        "The section “{written}” is not in data/guide.yml. Sections: {known}.",
        "{fixed}",
    ),
    "unknown-role": Sentences(
        "Le rôle « {written} » n’est pas dans data/guide.yml. Rôles : {known}.",
        "{fixed}",
        "The role “{written}” is not in data/guide.yml. Roles: {known}.",
        "{fixed}",
    ),
    "unknown-audience": Sentences(
        "Le public « {written} » n’est pas dans data/guide.yml. Publics : {known}.",
        "{fixed}",
        "The audience “{written}” is not in data/guide.yml. Audiences: {known}.",
        "{fixed}",
    ),
    "unknown-sector": Sentences(
        "Le secteur « {written} » n’est pas dans data/sectors.yml. Secteurs : {known}.",
        "{fixed}",
        "The sector “{written}” is not in data/sectors.yml. Sectors: {known}.",
        "{fixed}",
    ),
    "override-unknown": Sentences(
        "Ce bloc veut modifier « {written} », qui n’existe pas.",
        "{fixed}",
        "This block wants to change “{written}”, which does not exist.",
        "{fixed}",
    ),
    "override-cycle": Sentences(
        "« {id} » modifie « {target} », qui le modifie à son tour : aucun des deux ne peut être montré.",
        "Supprimez « overrides » et « mode » dans l’un des deux.",
        "“{id}” changes “{target}”, which changes it in turn: neither can be shown.",
        "Delete `overrides` and `mode` in one of the two.",
    ),
    "override-out-of-reach": Sentences(
        "« {target} » est écrit pour le territoire {territory}, qui ne contient pas le territoire {own} de ce bloc.",
        "Choisissez un bloc d’un territoire plus large, ou changez « territory ».",
        "“{target}” is written for the territory {territory}, which does not contain this block’s territory {own}.",
        "Choose a block of a wider territory, or change `territory`.",
    ),
    "address-taken": Sentences(
        "L’adresse « {address} » est déjà celle de {other_name} ({other}) : {name} ({code}) en reçoit une autre dans {file}.",
        "{fixed}",
        "The address “{address}” already belongs to {other_name} ({other}): {name} ({code}) gets another one in {file}.",
        "{fixed}",
    ),
    "address-shared": Sentences(
        "{name} ({code}) et {other_name} ({other}) ont la même adresse « {address} » : le plus ancien la garde, l’autre en reçoit une dans {file}.",
        "{fixed} – ou, si le plus ancien est {code} : {other_fixed}",
        "{name} ({code}) and {other_name} ({other}) have the same address “{address}”: the older one keeps it, the other gets one in {file}.",
        "{fixed} – or, if the older one is {code}: {other_fixed}",
    ),
    "same-address": Sentences(
        "Deux pages veulent la même adresse {address} (l’autre est {other}).",
        "Donnez à l’une des deux un autre « slug: ».",
        "Two pages want the same address {address} (the other is {other}).",
        "Give one of the two another `slug:`.",
    ),
}

LINKS = {
    "broken-link": Sentences(
        "Ce lien ne mène nulle part : {target}.",
        "{fixed}",
        "This link leads nowhere: {target}.",
        "{fixed}",
    ),
    "broken-link-unknown": Sentences(
        "Ce lien ne mène nulle part : {target}.",
        "Corrigez l’adresse, ou retirez le lien et gardez le texte.",
        "This link leads nowhere: {target}.",
        "Correct the address, or remove the link and keep the text.",
    ),
    "link-unpublished": Sentences(
        "Ce lien mène à une page qui n’est pas publiée : {target}.",
        "Publiez cette page (status: published), ou retirez le lien.",
        "This link leads to a page that is not published: {target}.",
        "Publish that page (status: published), or remove the link.",
    ),
    "link-withheld": Sentences(
        "Ce lien mène à une personne que le portail ne publie plus : {target}. Il montre le texte, sans lien.",
        "Retirez le lien, et ce que la phrase dit de cette personne.",
        "This link leads to a person whom the portal no longer publishes: {target}. It shows the text, without a link.",
        "Remove the link, and what the sentence says of that person.",
        warning=True,
    ),
    "link-empty": Sentences(
        "Le lien « {label} » n’a pas d’adresse.",
        "[{label}](…)",
        "The link “{label}” has no address.",
        "[{label}](…)",
    ),
    "link-text": Sentences(
        "Ce lien n’a pas de texte : personne ne le voit, et qui écoute la page ne sait pas où il mène ({target}).",
        "[où mène le lien]({target})",
        "This link has no text: nobody sees it, and those who listen do not know where it leads ({target}).",
        "[where the link leads]({target})",
    ),
    "link-incomplete": Sentences(
        "Cette adresse n’est pas complète : {target}",
        "{fixed}",
        "This address is not complete: {target}",
        "{fixed}",
    ),
    "html-removed": Sentences(
        "La balise « <{tag}> » n’est pas acceptée : elle disparaît de la page.",
        "Écrivez ce passage en Markdown, ou retirez la balise.",
        "The tag “<{tag}>” is not accepted: it disappears from the page.",
        "Write this passage in Markdown, or remove the tag.",
        warning=True,
    ),
    "html-open": Sentences(
        "La balise « <{tag}> » n’est pas refermée : tout le texte qui la suit disparaîtrait de la page.",
        "Retirez la balise et gardez le texte.",
        "The tag “<{tag}>” is not closed: all the text after it would disappear from the page.",
        "Remove the tag and keep the text.",
    ),
    "too-deep": Sentences(
        "Il y a ici trop de listes, de citations ou de parenthèses ouvertes les unes dans les autres.",
        "Écrivez ce passage plus simplement, ou fermez ce qui est ouvert.",
        "There are too many lists, quotations or open brackets inside each other here.",
        "Write this passage more simply, or close what is open.",
    ),
    "link-territory": Sentences(
        "Aucun territoire n’a le code « {code} ». Vouliez-vous dire {name}, dont le code est « {meant} » ?",
        "{fixed}",
        "No territory has the code “{code}”. Did you mean {name}, whose code is “{meant}”?",
        "{fixed}",
    ),
    "link-scheme": Sentences(
        "Cette sorte de lien n’est pas acceptée : {target}.",
        "Un lien commence par https:, mailto:, tel: ou territory:, ou nomme un fichier .md.",
        "This kind of link is not accepted: {target}.",
        "A link begins with https:, mailto:, tel: or territory:, or names an .md file.",
    ),
    "link-form": Sentences(
        "Ceci n’est pas écrit comme un lien : {written}",
        "{fixed}",
        "This is not written as a link: {written}",
        "{fixed}",
    ),
    "dead-anchor": Sentences(
        "{file} n’a pas de titre dont l’ancre soit « #{anchor} ». Ancres de cette page : {known}.",
        "{fixed}",
        "{file} has no heading whose anchor is “#{anchor}”. Anchors of that page: {known}.",
        "{fixed}",
    ),
    "bare-url": Sentences(
        "Cette adresse n’est pas un lien, et se lit mal : {url}",
        "[nom du site]({url})",
        "This address is not a link, and reads badly: {url}",
        "[name of the site]({url})",
        warning=True,
    ),
    "heading-level": Sentences(
        "Ce titre saute un niveau (niveau {level}) : le titre de la page est le niveau 1, les suivants commencent à « ## ».",
        "{fixed}",
        "This heading skips a level (level {level}): the page title is level 1, the next ones begin with `##`.",
        "{fixed}",
    ),
    "heading-twice": Sentences(
        "Deux titres de cette fiche sont les mêmes : « {text} » ; un lien ne peut mener qu’au premier.",
        "Changez l’un des deux titres.",
        "Two headings of this entry are the same: “{text}”; a link can only lead to the first.",
        "Change one of the two headings.",
    ),
    "image-missing": Sentences(
        "L’image {image} n’existe pas.",
        "{fixed}",
        "The image {image} does not exist.",
        "{fixed}",
    ),
    "image-missing-unknown": Sentences(
        "L’image {image} n’existe pas.",
        "Ajoutez-la dans media/, avec sa fiche .yml, ou retirez cette ligne.",
        "The image {image} does not exist.",
        "Add it to media/, with its .yml sidecar, or remove this line.",
    ),
    "image-sidecar": Sentences(
        "Cette image n’a pas de fiche : personne ne sait ce qu’elle montre ni à qui elle est.",
        "{sidecar} :\nalt: {{fr: …, en: …}}\ncredit: …\nlicence: …",
        "This image has no sidecar: nobody knows what it shows nor whose it is.",
        "{sidecar}:\nalt: {{fr: …, en: …}}\ncredit: …\nlicence: …",
    ),
    "image-alt": Sentences(
        "L’image n’a pas de texte de remplacement pour qui ne la voit pas.",
        "alt: {{fr: …, en: …}}",
        "The image has no alternative text for those who cannot see it.",
        "alt: {{fr: …, en: …}}",
    ),
    "image-credit": Sentences(
        "L’image ne dit pas de qui elle est.",
        "credit: …",
        "The image does not say whose it is.",
        "credit: …",
    ),
    "image-licence": Sentences(
        "L’image ne dit pas sous quelle licence elle est.",
        "licence: CC BY 4.0",
        "The image does not say under which licence it is.",
        "licence: CC BY 4.0",
    ),
    "image-alt-text": Sentences(
        "Cette image n’a pas de texte de remplacement utile.",
        "![ce que montre l’image]({target})",
        "This image has no useful alternative text.",
        "![what the image shows]({target})",
    ),
    "image-elsewhere": Sentences(
        "Cette image est sur un autre site ; le portail ne demande rien à des tiers.",
        "Copiez l’image dans media/ avec sa fiche, si sa licence le permet.",
        "This image is on another site; the portal asks nothing of third parties.",
        "Copy the image to media/ with its sidecar, if its licence allows.",
    ),
}

PEOPLE = {
    "consent-missing": Sentences(
        "Sans année de décès, cette personne est vivante : son accord doit être enregistré avant toute publication.",
        "consent: {{scope: [site], granted_on: …, expires_on: …, reference: …}}\ndied: {{year: …}}  # à la place, si cette personne est décédée",
        "Without a year of death, this person is living: their consent must be recorded before anything is published.",
        "consent: {{scope: [site], granted_on: …, expires_on: …, reference: …}}\ndied: {{year: …}}  # instead, if this person has died",
    ),
    "consent-id": Sentences(
        "L’adresse d’une personne vivante ne doit pas la nommer : « {id} » n’est pas neutre.",
        "id: p-0a1b2c3d  # vos propres huit chiffres ou lettres de a à f",
        "A living person’s address must not name them: “{id}” is not opaque.",
        "id: p-0a1b2c3d  # eight digits or letters from a to f of your own",
    ),
    "consent-slug": Sentences(
        "L’adresse d’une personne vivante ne doit pas la nommer : pas de « slug » ({slug}).",
        "Supprimez cette ligne.",
        "A living person’s address must not name them: no `slug` ({slug}).",
        "Delete this line.",
    ),
    "consent-minor": Sentences(
        "Cette personne est mineure : l’accord de son responsable légal doit être enregistré.",
        "guardian_reference: …",
        "This person is a minor: their guardian’s consent must be recorded.",
        "guardian_reference: …",
    ),
    "consent-scope": Sentences(
        "L’accord de cette personne ne vaut pas pour le site : sa fiche n’est pas publiée.",
        "Redemandez-lui son accord (scope: [site]), ou écrivez : status: archived",
        "This person’s consent does not cover the site: the profile is not published.",
        "Ask for their consent (scope: [site]), or write: status: archived",
        warning=True,
    ),
    "consent-age": Sentences(
        "Née en {year}, cette personne est peut-être mineure : l’accord doit dire si elle l’est.",
        "minor: true  # avec guardian_reference ; minor: false si cette personne a 18 ans",
        "Born in {year}, this person may be a minor: the consent must say whether they are.",
        "minor: true  # with guardian_reference; minor: false if this person is 18",
    ),
    "life-years": Sentences(
        "L’année {year} n’est pas possible : la mort suit la naissance, et aucune des deux n’est à venir.",
        "Vérifiez les années de « born » et de « died ».",
        "The year {year} is not possible: death follows birth, and neither is to come.",
        "Check the years of `born` and `died`.",
    ),
    "unknown-person": Sentences(
        "« {written} » n’est l’identifiant d’aucun ambassadeur. Ambassadeurs : {known}.",
        "people: [{fixed}]",
        "“{written}” is the id of no ambassador. Ambassadors: {known}.",
        "people: [{fixed}]",
    ),
    "unknown-person-id": Sentences(
        "« {written} » n’est l’identifiant d’aucun ambassadeur. Ambassadeurs : {known}.",
        "Créez sa fiche, avec son accord, ou n’utilisez pas cette image.",
        "“{written}” is the id of no ambassador. Ambassadors: {known}.",
        "Create the profile, with the person’s consent, or do not use this image.",
    ),
    "consent-withdrawn": Sentences(
        "Cette personne a retiré son accord : sa fiche n’est plus publiée.",
        "status: archived",
        "This person has withdrawn their consent: the profile is no longer published.",
        "status: archived",
        warning=True,
    ),
    "consent-expired": Sentences(
        "L’accord de cette personne a pris fin le {date} : sa fiche n’est plus publiée.",
        "Redemandez-lui son accord, ou écrivez : status: archived",
        "This person’s consent ended on {date}: the profile is no longer published.",
        "Ask them again, or write: status: archived",
        warning=True,
    ),
    "consent-future": Sentences(
        "L’accord de cette personne ne commence que le {date} : sa fiche n’est pas encore publiée.",
        "Vérifiez la date « granted_on ».",
        "This person’s consent begins only on {date}: the profile is not published yet.",
        "Check the date `granted_on`.",
        warning=True,
    ),
}

QUALITY = {
    "translation-missing": Sentences(
        "Cette fiche n’a pas de version « {lang} » ; le portail le dit à ses lecteurs.",
        "Créez {fixed}.",
        "This entry has no “{lang}” version; the portal says so to its readers.",
        "Create {fixed}.",
        warning=True,
    ),
    "label-language": Sentences(
        "Ce texte n’est pas écrit dans toutes les langues du portail ; il manque : {missing}.",
        "{fixed}",
        "This text is not written in all the languages of the portal; missing: {missing}.",
        "{fixed}",
        warning=True,
    ),
    "curly-quotes": Sentences(
        "Ces guillemets entourent tout le texte du champ « {field} », et seront montrés à qui le lit.",
        "{fixed}",
        "These quotes surround the whole text of the field “{field}”, and readers will see them.",
        "{fixed}",
        warning=True,
    ),
    "interface-words": Sentences(
        "Il manque {count} mots de l’interface en « {lang} » ({first}…) ; ses pages les empruntent à la langue de référence.",
        "Ajoutez-les dans theme/strings/{lang}.yml, sur le modèle de celui du français.",
        "{count} words of the interface are missing in “{lang}” ({first}…); its pages borrow them from the reference language.",
        "Add them to theme/strings/{lang}.yml, following the French file.",
        warning=True,
    ),
    "string-placeholder": Sentences(
        "Le portail ne sait pas quoi mettre à la place de « {written} » dans ce texte.",
        "Ce qu’il sait remplacer ici : {known}.",
        "The portal does not know what to put in place of “{written}” in this text.",
        "What it can replace here: {known}.",
    ),
    "bad-hours": Sentences(
        "Le portail ne sait pas lire ces horaires : il les montre tels quels, dans toutes les langues.",
        'opening_hours: "Mo-Fr 09:00-12:00,14:00-17:00"',
        "The portal cannot read these opening hours: it shows them as they are, in every language.",
        'opening_hours: "Mo-Fr 09:00-12:00,14:00-17:00"',
        warning=True,
    ),
    "block-long": Sentences(
        "Ce bloc a {words} mots ; au-delà de {most}, on ne le lit plus.",
        "Gardez ce qui donne envie d’aller voir, et mettez un lien vers le reste.",
        "This block has {words} words; above {most}, nobody reads it.",
        "Keep what makes people want to go and see, and link to the rest.",
        warning=True,
    ),
    "block-see": Sentences(
        "Ce bloc ne finit pas par quelque chose à aller voir.",
        'see: "Allez voir …"',
        "This block does not end in something to go and see.",
        'see: "Go and see …"',
        warning=True,
    ),
    "review-due": Sentences(
        "Cette fiche était à relire au plus tard le {due}{owner} : relisez-la, puis changez la date.",
        "verified_on: {today}",
        "This entry was to be read again by {due}{owner}: read it, then change the date.",
        "verified_on: {today}",
        warning=True,
    ),
    "review-undated": Sentences(
        "Personne n’a encore vérifié cette fiche{owner}, dont « review_every » compte à partir de ce jour : relisez-la, puis ajoutez la date.",
        "verified_on: {today}",
        "Nobody has checked this entry yet{owner}, and “review_every” counts from that day: read it, then add the date.",
        "verified_on: {today}",
        warning=True,
    ),
    "override-stale": Sentences(
        "Le bloc « {id} » a changé depuis que cette adaptation a été relue à côté de lui : relisez les deux.",
        "against: {edition}",
        "The block “{id}” has changed since this adaptation was last read beside it: read both again.",
        "against: {edition}",
        warning=True,
    ),
    "low-contrast": Sentences(
        "La couleur « {colour} » de « {scheme} » ne se lit pas assez sur le papier : {ratio}:1, il faut {least}:1.",
        "Choisissez une couleur plus foncée (ou plus claire, pour dark_colours).",
        "The colour “{colour}” of “{scheme}” is hard to read on the paper: {ratio}:1, at least {least}:1 is needed.",
        "Choose a darker colour (or a lighter one, for dark_colours).",
    ),
}

PUBLISHING = {
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
"""Said by `portail build` about the disk, not about a file of the portal."""

CATALOGUE: Mapping[str, Sentences] = {
    **FILES,
    **YAML,
    **FIELDS,
    **REFERENCES,
    **LINKS,
    **PEOPLE,
    **QUALITY,
    **PUBLISHING,
}
