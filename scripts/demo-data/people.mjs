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

function freshName(random, plan, taken) {
  for (;;) {
    const given = random.pick(plan.given.split(' '));
    const last = random.pick(plan.last.split(' '));
    const login = `${asciiOf(given)}.${asciiOf(last)}`;
    if (login.length <= 20 && !taken.has(login)) return { given, last, login };
  }
}

function person(org, { given, last, login }, plan, index) {
  const name = plan.lastNameFirst ? `${last}, ${given}` : `${given} ${last}`;
  const suffix = index === org.people.shouting ? plan.suffix.toUpperCase() : plan.suffix;
  return {
    name,
    given,
    last,
    login,
    dn: `CN=${name.replaceAll(',', '\\,')},${org.ou[plan.unit]}`,
    upn: `${login}@${suffix}`,
    mail: `${login}@${org.domain.dns}`,
    suffix: plan.suffix,
    unit: plan.unit,
    enabled: !plan.disabled,
    rid: org.rid.firstPerson + index,
    isAccountOperator: index === org.people.accountOperator,
    isMappedWeakly: index === org.people.weaklyMapped,
  };
}

/** All people of the organisation, in the order of their relative identifiers. */
export function makePeople(org) {
  const random = org.random('people');
  const { fixedNames, everyone } = org.people;
  const taken = new Set(fixedNames.map(({ login }) => login));
  const plans = everyone.flatMap((plan) => Array.from({ length: plan.count }, () => plan));
  return plans.map((plan, index) => {
    const name = fixedNames.find(({ at }) => at === index) ?? freshName(random, plan, taken);
    taken.add(name.login);
    return person(org, name, plan, index);
  });
}

/**
 * The members of the pilot: directly in the group, and through the nested group. Both are lists of how many people of which unit with which suffix,
 * in the order of the directory.
 */
export function choosePilot(org, people) {
  const chosen = (plans) =>
    plans.flatMap(({ unit, suffix, count }) =>
      people.filter((one) => one.unit === unit && (suffix === undefined || one.suffix === suffix)).slice(0, count),
    );
  return { direct: chosen(org.people.pilot.direct), nested: chosen(org.people.pilot.nested) };
}
