"""First names that are common in the French press, by grammatical gender. Data only.

French first names of the last eighty years and the most frequent foreign ones; lower case, no accents, hyphens as in
writing. Left out are names that the press uses more for something else ("france", "mercedes"). Compound names
("jean-marie") are judged by their first part. Names borne by men and women are in both sets.
"""

from __future__ import annotations

MALE = frozenset(
    """
    aaron abdallah abdel abdelkader abdellah abdou adam adama adel adil adrian adrien agathon ahmed aime akim
    akira alain alan alban albert alberto aldo alejandro aleksandr alessandro alex alexander alexandre alexei
    alexi alexis alfred alfredo ali alistair allan alphonse amadou amar amaury ambroise amin amine amir anatole
    anders andre andrea andreas andrei andres andrew andy angel angelo anis anthony antoine anton antonin antonio
    antony ari ariel aristide armand armando arnaud arnold arsene arthur arturo artus aubin auguste augustin
    aurelien axel aymeric ayoub aziz babacar bachar baptiste barack barnabe barry barthelemy bartolome basile
    bastien baudouin ben benedict benjamin benny benoit bernard bernardo bernie bertrand bilal bill billy bjorn
    blaise bob bobby boris brad brandon brian brice bruce bruno bryan camel cameron camille carl carlo carlos
    carsten casimir cedric celestin cesar charles charlie chris christian christophe christopher claude claudio
    claus clement clint clovis colin constant constantin corentin craig cristian cristiano cyprien cyril cyrille
    damien dan daniel daniele danny dany dario dave david davide dean denis dennis denzel didier diego dieter
    dimitri dirk dmitri dmitry dominic dominique donald donatien doug douglas driss duncan dustin dwayne dylan ed
    eddie eddy edgar edmond edmund edouard eduardo edward edwin edwy elias elie elijah eliott elliot elon emanuel
    emile emilien emilio emir emmanuel enrico enrique enzo eric erich erik ernest ernesto erwan ethan etienne
    eugene evan evgueni fabien fabio fabrice fadi farid farouk fausto felicien felipe felix ferdinand fernand
    fernando fidel filip florent florentin florian florimond francesco francis francisco franck francois frank
    franz fred frederic frederick fritz gabi gabin gabriel gad gael gaetan garry gary gaspard gaston gauthier
    gautier gavin gennaro geoffrey geoffroy george georges gerald gerard gerardo gerhard germain gerry ghislain
    giacomo gianluca gilbert gildas giles gilles gino giorgio giovanni giulio giuseppe glenn godefroy gonzague
    gordon graham greg gregoire gregor gregory guido guillaume guillermo gunther gus gustave guy hadrien hakim
    hamed hamid hamza hans harald harold harrison harry harvey hassan hector heinrich helmut hendrik henri henrik
    henrique henry herbert herman hermann herve hicham hilaire hippolyte hiroshi hocine honore horacio houari
    howard hubert hugh hugo hugues humbert hussein ian ibrahim ibrahima idriss ignace ignacio igor ilan ilya ilyas
    imad iman imran ingmar ingvar ioan isaac ishmael ismael ismail issa ivan jack jacky jacob jacques jafar jair
    jake jamal jamel james jamie jan janos jared jason jasper javier jawad jay jean jeb jeff jefferson jeffrey
    jens jerald jeremie jeremy jerome jerry jerzy jesse jesus jim jimmy joachim joao joaquim joaquin joe joel joey
    johan johann johannes john johnny jon jonas jonathan jordan jordi jorge jos jose josef joseph josh joshua
    josselin juan jude jules julian julien julio jurgen justin kader kai kamal kamel karel karim karl karsten
    kazuo keith ken kenneth kenny kenzo kevin khaled khalid kim klaus kofi kurt kyle kylian lahcen lakhdar lamine
    lance larry lars laszlo laurent lawrence lazare leandro lee leighton len lennart leo leon leonard leonardo
    leonid leopold leroy leslie lewis liam lionel livio lloyd loic lorenzo lou louis luc luca lucas luciano lucien
    ludovic ludwig luigi luis luiz lukas luke maceo madjid magnus mahmoud malcolm malek malik mamadou manfred
    manoel manu manuel marc marceau marcel marcello marcelo marcin marco marcos marcus marin mario marius mark
    marko markus marlon martial martin marvin massimo mateo mathias mathieu mathis mathurin matt matteo matthew
    matthias matthieu maurice mauricio mauro max maxence maxim maxime maximilien mehdi melvin merwan michael
    michal michel mickael miguel mikael mike mikhail milan milos milton mitch mitt moctar modeste mohamed mohammad
    mohammed moise morgan moshe mounir mourad moussa moustapha muhammad mustafa mustapha nabil nacer nadir
    napoleon narcisse narendra nasser nathan nathanael neil nelson nestor nicholas nick noel nicola nicolas niels nigel
    nikola nikolai nikos nils noam noe nolan norbert norman octave olaf oleg olivier omar orlando oscar oskar
    oswald othman otto ousmane owen pablo palmiro paolo pascal patrice patricio patrick paul paulin paulo pavel
    pedro pepe percy peter petr petro phil philip philippe phillip pierce pierre pierrick pierrot piers piotr
    placide prosper quentin rachid rafael rahul raj ralf ralph ramon ramzan raoul raphael raul rayan raymond recep
    reed regis reinhard remi remy renato renaud rene reza ricardo riccardo richard rick ricky ridley robert
    roberto robin rocco roderick rodolphe rodrigo rodrigue roger roland rolf romain roman romano romuald ron
    ronald ronaldo ross roy ruben rudi rudolf rudy rufus rupert russell ryan sacha said salah salim salman salomon
    salvador salvatore sam samir samuel samy sandro sanjay santiago satya saul scott sean sebastian sebastiano
    sebastien selim serge sergei sergey sergio severin seymour shane shawn shinzo sidney siegfried sigmund silvain
    silvio simeon simon slimane sofiane soren spencer stan stanislas stanley stefan stefano stephan stephane
    stephen steve steven stewart stuart sundar sven sylvain sylvestre taha takeshi tanguy tarek tariq ted teddy
    terence terrence terry thaddee theo theodore theophile thibaud thibault thibaut thierry thilo thom thomas thor
    thorsten tibor tidiane tim timothee timothy tino tito tobias toby todd tom tomas tommaso tommy toni tony
    toufik travis tristan tyler ugo ulrich umberto urbain urs vaclav vadim valentin valere valerian valery vasco
    victor victorien viktor vince vincent vincenzo virgil virgile vitali vivien vladimir volodymyr wael waldemar
    walid wallace wally walt walter warren wayne werner wesley wilfrid wilfried wilhelm will willem william willy
    winston wladimir wolfgang woody xavier xi yacine yan yanick yanis yann yannick yannis yasser yassine yehuda
    yoann yohan yohann yoni youcef younes youri youssef yuri yusuf yvan yves yvon zacharie zachary zakaria ziad
    zidane zinedine
    """.split()
)

FEMALE = frozenset(
    """
    ada adelaide adele adeline adriana adrienne agathe agnes aicha aida aimee aisha alba alessandra alex alexandra
    alexia alexis alice alicia alina aline alison alix alma amal amalia amanda amandine amber ambre amel amelia
    amelie amina aminata amy ana anabelle anais anastasia andrea andree angela angele angelica angelina angelique
    anita ann anna annabelle anne annette annick annie anouk antoinette apolline ariane ariel arielle arlette
    armelle ashley asma assa astrid athena aude audrey aurelia aurelie aurore axelle aya ayla barbara beatrice
    beatrix becky belen benedicte berangere berenice bernadette berthe bertille bethany betty beverly bianca
    blanche blandine brenda bridget brigitte britney bruna brune caitlin camelia camila camilla camille candice
    capucine cara carina carine carla carol carole carolina caroline carolyn catherine cathy cecile cecilia
    celeste celestine celia celine chantal charlene charline charlotte cherie chiara chloe christel christelle
    christiane christina christine cindy claire clara clarisse claude claudette claudia claudie claudine clea
    clelia clemence clementine cleo clothilde clotilde colette coline colombe conchita constance cora coralie
    corinne cosette courtney cristina cynthia cyrielle dalia dalila danae daniela danielle daphne dawn deborah
    debra delia delphine demi denise diana diane dina djamila dolores dominique donna dora doris dorothee dorothy
    edith edna edwige elaine eleanor elena eleonore eliane elif elisa elisabeth elise elizabeth ella ellen elodie
    eloise elsa elvira elvire emeline emilia emilie emily emma emmanuelle erica erika erin ernestine esme
    esperanza estelle esther ethel eugenie eva evangeline eve evelyn evelyne fabienne fabiola fadela faiza fanny
    farah farida fatima fatou fatoumata faustine faye felicie felicite fernande fiona flavie fleur flora florence
    florine fran frances francesca francine francoise frederique frida gabriela gabriella gabrielle gaelle galina
    geena gemma genevieve georgette georgia georgina geraldine germaine gertrude ghislaine gina ginette gisele
    giulia gladys gloria grace greta gretchen guillemette gwenaelle gwendoline gwyneth hanna hannah harriet
    hayat hazel heather heidi helen helena helene heloise henriette hermine hilary hilda hillary honorine hortense
    houda ida ilana imane ina ines ingrid irene irina iris irma isabel isabella isabelle isadora ivana ivanka ivy
    jackie jacqueline jade jamie jane janet janice janine jasmine jeanette jeanne jeannine jenna jennifer
    jenny jessica jill jo joan joanna jocelyne jodie joelle johanna jordan josephine josette josiane joy joyce
    juana judith judy julia juliana julie julienne juliette justine kamala karen karima karin karine kate katell
    katharina katherine kathleen kathryn katia katie katrin kay keira kelly kendall khadija kim kimberly kirsten
    kristen kristin kristina ksenia lana lara larissa laura laure laureline laurence laurene laurette laurie lea
    leah leila lena leonie leonor leslie leticia letizia lila lilia lilian liliane lilly lily lina linda linette
    lisa lise liv liz liza lola lora loraine lore lorena lou louisa louise louna luce lucette lucia lucie lucienne
    lucile lucy ludivine ludmila luisa lulu luna lydia lydie lyne mabel madeleine madonna mae maelle maeva magali
    magalie magda maggie maia maika mallory manon manuela mara margaret margaux margot marguerite maria mariah
    mariam mariana marianne marie mariella marielle marietta marilou marilyn marina marine marion marisa marise
    marissa marjolaine marjorie marlene marta martha marthe martina martine mary marylene maryline maryse
    maryvonne mathilda mathilde maud maude maureen maxine megan meghan melania melanie melina melinda melissa
    melody meredith meriem meryl mia michele micheline michelle mila mildred milena mimi mina mireille miriam
    moira molly mona monica monika monique morgane muriel myriam myrtille nabila nadege nadia nadine naima naomi
    natacha natalia natalie natasha nathalie nelly ngozi nicole nina noelle noemie nolwenn nora norah nour noura
    odette odile olga olivia olympe ophelie oprah oriane ornella pamela paola patricia patsy patti paula paule
    paulette paulina pauline peggy penelope perrine petra philippine phoebe pippa prisca priscilla prudence rachel
    rachida ramona raphaelle raquel raymonde rebecca regina regine reine renata renate renee rihanna rita roberta
    robin romane romy rosa rosalie rosario roseline roselyne rosemary rosie roxane ruth sabine sabrina sacha saida
    salima sally salma samantha samia samira sandra sandrine sandy sara sarah saskia scarlett segolene selena
    selma serena severine shakira sharon sheila shelley sheryl shirley sibeth sibyle sidonie sigrid silvia simone
    sinead sofia sofie solange solene sonia sophia sophie soraya stacy stella stephanie sue susan susana susanne
    suzanne suzy svetlana sybille sylvia sylviane sylvie tamara tania tara tatiana taylor teresa terri thelma
    theresa therese tiffany tilda tina tracy ursula valentina valentine valeria valerie vanessa vera veronica
    veronika veronique vicky victoire vida viola violaine violette virginia virginie vivian viviane wanda wendy
    whitney whoopi wilma winona xaviere yael yasmina yasmine yoko yolande yulia yvette yvonne zahia zahra zelda
    zineb zoe zohra
    """.split()
)
