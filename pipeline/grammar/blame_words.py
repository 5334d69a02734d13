"""Words of blame: what whoever says it of somebody attacks them with. Closed lists, lemmas; data only.

Only words that blame by themselves: who "loses", "refuses" or "is in crisis" need not be reproached with anything.
"""

BLAME_VERBS = frozenset(
    """mentir tromper trahir mépriser manipuler tergiverser procrastiner échouer bafouer piétiner violer censurer
    saboter détruire démanteler brader sacrifier ruiner insulter humilier stigmatiser fracturer instrumentaliser dévoyer
    usurper magouiller tricher voler piller spolier escroquer arnaquer opprimer réprimer persécuter museler bâillonner
    nuire empoisonner capituler renier déraper dériver banaliser minimiser cautionner dissimuler falsifier diffamer
    calomnier attiser négliger délaisser maltraiter discriminer asphyxier caricaturer fragiliser déstabiliser improviser
    cafouiller gesticuler patauger entêter obstiner enferrer acharner égarer outrepasser enfreindre abuser faillir
    confisquer accaparer brutaliser liquider torpiller hypothéquer gaspiller dilapider infantiliser victimiser
    culpabiliser polluer harceler monopoliser pactiser ridiculiser décrédibiliser discréditer déshonorer
    salir tort moquer moque fourvoyer disqualifier défausser dérober renier bafouer mater""".split()
)
BLAME_NOUNS = frozenset(
    """irresponsable incompétent menteur lâche honteux scandaleux indigne inacceptable inadmissible intolérable
    insupportable indécent choquant odieux ignoble abject infâme pathétique ridicule grotesque absurde stupide idiot
    imbécile minable médiocre lamentable déplorable catastrophique désastreux calamiteux dangereux toxique nocif néfaste
    nuisible malhonnête hypocrite cynique arrogant méprisant autoritaire autocrate dictateur tyran despote raciste
    antisémite sexiste homophobe xénophobe fasciste nazi populiste démagogue extrémiste islamophobe misogyne voyou
    escroc tricheur voleur criminel assassin délinquant mafieux corrompu traître fourbe imposteur charlatan clown pantin
    marionnette bouffon amateur dilettante laxiste complice coupable illégal illégitime injuste injustifié inique
    arbitraire liberticide antidémocratique brutal déconnecté sectaire dogmatique opaque déloyal inefficace insuffisant
    incapable inopérant incohérent ambigu naïf inaudible
    mensonge honte scandale échec faute erreur trahison mascarade farce imposture arnaque escroquerie hold-up fiasco
    naufrage désastre catastrophe menace danger insulte injure provocation atteinte déni mépris hypocrisie cynisme
    lâcheté capitulation reniement dérive dérapage complicité manipulation propagande censure violence destruction
    démantèlement sabotage gâchis poison fléau inégalité injustice régression amateurisme incompétence irresponsabilité
    arrogance laxisme aveuglement inaction immobilisme clientélisme autoritarisme populisme démagogie racisme
    antisémitisme sexisme islamophobie culot toupet indécence ignominie bassesse inconscience outrance malhonnêteté
    surenchère instrumentalisation diversion caricature cafouillage cacophonie impréparation lamentable pire""".split()
)
WEAK_HEADS = frozenset(
    """source symbole preuve signe cause facteur synonyme symptôme illustration exemple forme œuvre acte sorte
    synonyme machine""".split()
)
"""Nouns of a predicate that blame only by their complement ("sources d'inégalités", "le symbole d'un échec")."""
VIRTUES = frozenset("""respecter écouter contribuer protéger assumer comprendre entendre mériter honorer""".split())
"""What one blames somebody for not doing."""
MERITS = frozenset(
    """hauteur crédible digne sérieux honnête légitime compétent fiable responsable acceptable admissible tenable
    rendez-vous solution réponse""".split()
)
"""Predicates that one blames somebody for not deserving ("n'est pas à la hauteur")."""
DEMANDED = frozenset("démissionner partir excuser expliquer répondre renoncer cesser arrêter assumer réagir".split())
"""What one reproaches somebody with who says that they must do it."""
JUDGING_VERBS = frozenset("juger trouver qualifier taxer traiter dépeindre décrire présenter".split())
"""Verbs whose object one gives a name to ("juge X incompétent", "qualifie X de menteur")."""
