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

export const people = {
  /** Names that no list can give, with the account name chosen for them. */
  fixedNames: [
    { given: 'Imke', last: 'Brandt', login: 'imke.brandt', at: 7 },
    { given: 'Дмитрий', last: 'Соколов', login: 'dmitri.sokolov', at: 19 },
    { given: '結衣', last: '田中', login: 'yui.tanaka', at: 31 },
    { given: 'Ελένη', last: 'Παπαδοπούλου', login: 'eleni.papadopoulou', at: 52 },
  ],
  everyone: [
    { count: 90, unit: 'staff', suffix: 'contoso.com', given: germanGiven, last: germanLast },
    { count: 35, unit: 'munich', suffix: 'contoso.com', given: germanGiven, last: germanLast },
    { count: 40, unit: 'london', suffix: 'emea.contoso.com', given: englishGiven, last: englishLast },
    { count: 35, unit: 'fabrikam', suffix: 'fabrikam.com', given: otherGiven, last: otherLast, lastNameFirst: true },
    { count: 10, unit: 'fabrikam', suffix: 'contoso.local', given: otherGiven, last: otherLast, lastNameFirst: true },
    { count: 6, unit: 'leavers', suffix: 'contoso.local', given: germanGiven, last: germanLast, disabled: true },
  ],
  /** Whose suffix is in capitals. */
  shouting: 12,
  /** A member of the service desk who became a protected account and stayed in the pilot. */
  accountOperator: 11,
  /** Whose old smart card is mapped by issuer and subject. */
  weaklyMapped: 14,
  /** One person is a member twice, one is disabled. */
  pilot: {
    direct: [
      { unit: 'staff', suffix: 'contoso.com', count: 34 },
      { unit: 'london', suffix: 'emea.contoso.com', count: 12 },
      { unit: 'munich', suffix: 'contoso.com', count: 1 },
      { unit: 'leavers', count: 1 },
    ],
    nested: [
      { unit: 'munich', suffix: 'contoso.com', count: 6 },
      { unit: 'fabrikam', suffix: 'fabrikam.com', count: 9 },
      { unit: 'fabrikam', suffix: 'contoso.local', count: 3 },
    ],
  },
};
