import { domain, ou, rid } from './organisation.mjs';
import { seededRandom } from './seeded-random.mjs';

const germanGiven =
  'Anja Björn Christian Dörte Elke Florian Gisela Günter Hannelore Heiko Ines Jörg Jürgen Katrin Lars Lena Lukas Marlene Matthias Nele Olaf Petra Ralf Sabine Sören Stefanie Tobias Ulrike Uwe Volker Wiebke Yvonne';
const germanLast =
  'Albrecht Bäcker Baumgärtner Böhm Dreßler Ebert Fröhlich Groß Günther Hägele Jäger Jürgensen Köhler Krämer Krüger Löffler Möller Müller Nöth Petersen Reuß Röder Schäfer Schütz Seidel Sörensen Stürmer Thiele Vogt Weiß Wörner Zöllner';
const englishGiven =
  'Alice Benjamin Charlotte Daniel Eleanor Freya George Harriet Imogen Jack Katherine Liam Megan Noah Olivia Oscar Poppy Rhys Siobhán Thomas';
const englishLast =
  "Ashworth Bennett Clarke Davies Ellis Fletcher Grant Hughes Ingram Jackson Kerr Lloyd Marsh Nolan O'Brien Parker Quinn Reid Stone Whitfield";
const otherGiven = 'Łukasz Małgorzata Žofie İlker Ayşe Zoë André Inès Begoña Íñigo Øyvind Åsa Mihály Ștefan Thị Chidi';
const otherLast =
  'Szymański Wójcik Dvořák Çelik Yıldız Lefèvre Muñoz Ødegård Sjöström Horváth Ionescu Nguyễn Okafor Đorđević';

const written = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ł: 'l',
  ø: 'oe',
  å: 'aa',
  ı: 'i',
  đ: 'd',
  æ: 'ae',
  "'": '',
};

/** The account name an administrator types for a name with letters outside ASCII. */
const asciiOf = (name) =>
  [...name.toLowerCase().replaceAll('i̇', 'i')]
    .map((letter) => written[letter] ?? letter.normalize('NFD').replace(/[^a-z]/g, ''))
    .join('');

/** Names that no list can give, with the account name chosen for them. */
const fixedNames = [
  { given: 'Imke', last: 'Brandt', login: 'imke.brandt', at: 7 },
  { given: 'Дмитрий', last: 'Соколов', login: 'dmitri.sokolov', at: 19 },
  { given: '結衣', last: '田中', login: 'yui.tanaka', at: 31 },
  { given: 'Ελένη', last: 'Παπαδοπούλου', login: 'eleni.papadopoulou', at: 52 },
];

const everyone = [
  { count: 90, ou: ou.staff, suffix: 'contoso.com', given: germanGiven, last: germanLast },
  { count: 35, ou: ou.munich, suffix: 'contoso.com', given: germanGiven, last: germanLast },
  { count: 40, ou: ou.london, suffix: 'emea.contoso.com', given: englishGiven, last: englishLast },
  { count: 35, ou: ou.fabrikam, suffix: 'fabrikam.com', given: otherGiven, last: otherLast, lastNameFirst: true },
  { count: 10, ou: ou.fabrikam, suffix: 'contoso.local', given: otherGiven, last: otherLast, lastNameFirst: true },
  { count: 6, ou: ou.leavers, suffix: 'contoso.local', given: germanGiven, last: germanLast, disabled: true },
];

function freshName(random, plan, taken) {
  for (;;) {
    const given = random.pick(plan.given.split(' '));
    const last = random.pick(plan.last.split(' '));
    const login = `${asciiOf(given)}.${asciiOf(last)}`;
    if (login.length <= 20 && !taken.has(login)) return { given, last, login };
  }
}

function person({ given, last, login }, plan, index) {
  const name = plan.lastNameFirst ? `${last}, ${given}` : `${given} ${last}`;
  const suffix = index === 12 ? plan.suffix.toUpperCase() : plan.suffix;
  return {
    name,
    given,
    last,
    login,
    dn: `CN=${name.replaceAll(',', '\\,')},${plan.ou}`,
    upn: `${login}@${suffix}`,
    mail: `${login}@${domain.dns}`,
    suffix: plan.suffix,
    ou: plan.ou,
    enabled: !plan.disabled,
    rid: rid.firstPerson + index,
  };
}

/** All people of the organisation, in the order of their relative identifiers. */
export function makePeople() {
  const random = seededRandom('people');
  const taken = new Set(fixedNames.map(({ login }) => login));
  const plans = everyone.flatMap((plan) => Array.from({ length: plan.count }, () => plan));
  return plans.map((plan, index) => {
    const name = fixedNames.find(({ at }) => at === index) ?? freshName(random, plan, taken);
    taken.add(name.login);
    return person(name, plan, index);
  });
}

/** The members of the pilot: directly in the group, and through the nested group (one person in both). */
export function choosePilot(people) {
  const first = (place, suffix, count) => people.filter((p) => p.ou === place && p.suffix === suffix).slice(0, count);
  const munich = first(ou.munich, 'contoso.com', 6);
  const nested = [...munich, ...first(ou.fabrikam, 'fabrikam.com', 9), ...first(ou.fabrikam, 'contoso.local', 3)];
  const leaver = people.filter(({ ou: place }) => place === ou.leavers).slice(0, 1);
  const direct = [
    ...first(ou.staff, 'contoso.com', 34),
    ...first(ou.london, 'emea.contoso.com', 12),
    ...munich.slice(0, 1),
    ...leaver,
  ];
  return { direct, nested };
}
