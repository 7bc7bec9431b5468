"""What is wrong with what is said of persons: consent, roles, contacts."""

from site_builder.problems.sentences import Sentences

PEOPLE = {
    "consent-missing": Sentences(
        "Sans année de décès, cette personne est vivante : son accord doit être enregistré avant toute publication.",
        "consent: {{scope: [site], granted_on: …, expires_on: …, reference: …, minor: false}}\ndied: {{year: …}}  # à la place, si cette personne est décédée\n# Sans accord écrit, supprimez ce fichier : même un brouillon est public.",
        "Without a year of death, this person is living: their consent must be recorded before anything is published.",
        "consent: {{scope: [site], granted_on: …, expires_on: …, reference: …, minor: false}}\ndied: {{year: …}}  # instead, if this person has died\n# Without a written agreement, delete this file: drafts are public too.",
    ),
    "consent-id": Sentences(
        "L’adresse d’une personne vivante ne doit pas la nommer : « {id} » n’est pas neutre.",
        "id: p-0a1b2c3d  # à remplacer par huit chiffres ou lettres de a à f tirés au hasard",
        "A living person’s address must not name them: “{id}” is not neutral.",
        "id: p-0a1b2c3d  # replace with eight digits or letters from a to f, drawn at random",
    ),
    "consent-slug": Sentences(
        "L’adresse d’une personne vivante ne doit pas la nommer : pas de « slug » ({slug}).",
        "Supprimez cette ligne.",
        "A living person’s address must not name them: no `slug` ({slug}).",
        "Delete this line.",
    ),
    "consent-reference": Sentences(
        "« {field} » contient un numéro de téléphone ou une adresse de courriel, que tout le monde peut lire dans le dépôt.",
        "{field}: dossier …  # où l’accord est classé, et rien qui permette de joindre quelqu’un",
        "“{field}” holds a telephone number or an e-mail address, which anybody can read in the repository.",
        "{field}: file …  # where the agreement is kept, and nothing that lets anybody be reached",
    ),
    "mobile-number": Sentences(
        "Ce numéro est celui d’un téléphone portable : une maison d’accueil ou un relais est un organisme.",
        "S’il est celui d’une personne, retirez-le, ou faites-lui une fiche avec son accord.",
        "This is the number of a mobile telephone: a welcome house or a relay is an organisation.",
        "If it is a person’s own, remove it, or make that person a profile with their consent.",
        warning=True,
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
        "Ask for their consent again (scope: [site]), or write: status: archived",
        warning=True,
    ),
    "consent-age": Sentences(
        "Née en {year}, cette personne est peut-être mineure : l’accord doit dire si elle l’est.",
        "minor: true  # avec guardian_reference ; minor: false si cette personne a 18 ans",
        "Born in {year}, this person may be a minor: the consent must say whether they are.",
        "minor: true  # with guardian_reference; minor: false if this person is 18",
    ),
    "consent-age-unsaid": Sentences(
        "L’accord doit dire si cette personne est mineure : sans cela, rien ne le dit.",
        "minor: false  # ou minor: true, avec guardian_reference, si cette personne a moins de 18 ans",
        "The consent must say whether this person is a minor: nothing else says so.",
        "minor: false  # or minor: true, with guardian_reference, if this person is under 18",
    ),
    "life-years": Sentences(
        "L’année {year} n’est pas possible : la mort suit la naissance, et ni l’une ni l’autre n’est à venir.",
        "Vérifiez les années de « born » et de « died ».",
        "The year {year} is not possible: death follows birth, and neither can be in the future.",
        "Check the years of `born` and `died`.",
    ),
    "unknown-person": Sentences(
        "« {written} » n’est l’identifiant d’aucun ambassadeur ni d’aucun témoignage. Ceux du portail : {known}.",
        "people: [{fixed}]  # mais si sa fiche a été supprimée, supprimez ce fichier et son image",
        "“{written}” is the id of no ambassador and of no testimonial. Those of the portal: {known}.",
        "people: [{fixed}]  # but if the profile was deleted, delete this file and its image",
    ),
    "unknown-person-id": Sentences(
        "« {written} » n’est l’identifiant d’aucun ambassadeur ni d’aucun témoignage. Ceux du portail : {known}.",
        "Si sa fiche a été supprimée, supprimez ce fichier et son image ; sinon, créez sa fiche, avec son accord.",
        "“{written}” is the id of no ambassador and of no testimonial. Those of the portal: {known}.",
        "If the profile was deleted, delete this file and its image; if not, create the profile, with the person’s consent.",
    ),
    "news-person-left": Sentences(
        "« {written} », que nomme `people`, n’a pas de profil publié aujourd’hui : cette nouvelle n’est pas publiée non plus. Corrigez l’identifiant si c’est une faute.",
        "status: archived",
        "“{written}”, whom `people` names, has no profile that is published today: this news is not published either. Correct the id if it is a mistake.",
        "status: archived",
        warning=True,
    ),
    "news-id-person": Sentences(
        "L’identifiant d’une nouvelle fait partie de son adresse, qui reste connue : « {id} » nomme une personne vivante.",
        "id: {fixed}",
        "The id of news is a part of its address, which stays known: “{id}” names a living person.",
        "id: {fixed}",
    ),
    "news-person-unsaid": Sentences(
        "Cette nouvelle nomme {name}, et resterait si cette personne quittait le portail.",
        "people: [{fixed}]",
        "This news names {name}, and would stay if that person left the portal.",
        "people: [{fixed}]",
        warning=True,
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
    "consent-ends-soon": Sentences(
        "L’accord de cette personne prend fin le {date} : le lendemain, sa fiche ne sera plus publiée.",
        "Redemandez-lui son accord, puis écrivez la nouvelle date (« expires_on ») ; sinon, laissez la fiche partir.",
        "This person’s consent ends on {date}: the next day the profile will no longer be published.",
        "Ask them again, then write the new date (`expires_on`); if not, let the profile go.",
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
