/**
 * Names that are English words, or of this trade, as well: alone they are left, unless what stands before them tells that a person is meant. The words of the catalogue's own sentences
 * come on top of these.
 */
const words = [
  'all and any art ask bad best big bill black blue bond brown bush case chance chase city close cook cool copy cross dale dark dean dear done down drew drop',
  'early east else ever every fair fast fine first fish five forest found four fox free frost full gate glass gold gone good gray great green hall hand hard',
  'head heart here high hill home hope house hunt idea inn joy just keen keep kind king kit lake land lane last late law left life light line little look lord',
  'love low major mark marsh may moon moore more moss most move near new nice noble north now off old one only open orange over own page park part pay penny',
  'pink place plan pool poor pope power price print quick rain ray red rich right river road rock room root rose round rush safe sand save say sea see sharp',
  'ship shop short side silver six small snow some soon south spring star stone storm street strong such summer sun swift ten their them then there they think',
  'three time today tree true turn two up very walk wall ward way week well west what when where white who wild will wind winter wise with wolf wood words work',
  'world yes you young your meeting conference office desk front external intern shared mailbox mail team account sales finance marketing production info',
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december',
  'access agent app backup base bit block branch byte cache call card chain channel check client cloud code connect core data domain drive entry error event farm',
  'fence field file flag form gateway grant group guard hash host join key link list lock login log map match mode name net node path pilot pin policy port proxy',
  'query queue range reader realm reset role root rule scope script seal sector server session setup shield sign site source stack state store switch table',
  'task template tenant term test token topic trust type usage user value vault view web win window word zone',
  'van von vom zum zur der den del des della dos das dem ter san saint bin ibn abu adm svc srv sql gmsa msol sync sys ops lab dev prod',
];
/** German ones, which begin with a capital when they are a name. */
const uncapitalised =
  'alt aus blau braun ehrlich ernst fest frei fromm früh für ganz gern grau groß grün gut hell hoch ihr jung kalt klar klein klug kurz lang laut lieb mit nach neu nur ' +
  'recht rot sanft schnell schwarz sehr sein stark still streng treu und uns vor wahr was weiß weit wie wild wir wohl zart';

const always = new Set(words.flatMap((line) => line.split(' ')));
const inLowerCase = new Set(uncapitalised.split(' '));

/** Whether a word says more often something else than a name, written like this. */
export const isOrdinaryWord = (written: string): boolean =>
  always.has(written.toLowerCase()) || inLowerCase.has(written);
