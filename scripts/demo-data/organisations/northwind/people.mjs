const given =
  'Alice Benjamin Charlotte Daniel Eleanor Freya George Harriet Imogen Jack Katherine Liam Megan Noah Olivia Oscar Poppy Rhys Siobhán Thomas';
const last =
  "Ashworth Bennett Clarke Davies Ellis Fletcher Grant Hughes Ingram Jackson Kerr Lloyd Marsh Nolan O'Brien Parker Quinn Reid Stone Whitfield";

export const people = {
  fixedNames: [],
  everyone: [
    { count: 40, unit: 'staff', suffix: 'northwind.com', given, last },
    { count: 20, unit: 'portland', suffix: 'northwind.com', given, last },
  ],
  pilot: {
    direct: [
      { unit: 'staff', count: 14 },
      { unit: 'portland', count: 6 },
    ],
    nested: [],
  },
};
