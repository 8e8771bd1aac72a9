/** A place on a tile grid: one square for each region, near where it lies on a map. */
export interface Tile {
  readonly region: string;
  readonly name: string;
  /** From 0 in the west. */
  readonly column: number;
  /** From 0 in the north. */
  readonly row: number;
}

/** Rows from north to south; a place is a column and the ISO 3166-2 number of the prefecture. */
const rows: readonly (readonly (readonly [number, string])[])[] = [
  [[12, '01']],
  [[12, '02']],
  [
    [11, '05'],
    [12, '03'],
  ],
  [
    [11, '06'],
    [12, '04'],
  ],
  [
    [11, '15'],
    [12, '07'],
  ],
  [
    [8, '17'],
    [9, '16'],
    [10, '20'],
    [11, '10'],
    [12, '09'],
  ],
  [
    [8, '18'],
    [9, '21'],
    [10, '19'],
    [11, '11'],
    [12, '08'],
  ],
  [
    [4, '32'],
    [5, '31'],
    [6, '28'],
    [7, '26'],
    [8, '25'],
    [9, '23'],
    [10, '22'],
    [11, '13'],
    [12, '12'],
  ],
  [
    [3, '35'],
    [4, '34'],
    [5, '33'],
    [7, '27'],
    [8, '29'],
    [9, '24'],
    [11, '14'],
  ],
  [
    [0, '41'],
    [1, '40'],
    [2, '44'],
    [4, '38'],
    [5, '37'],
    [8, '30'],
  ],
  [
    [0, '42'],
    [1, '43'],
    [2, '45'],
    [4, '39'],
    [5, '36'],
  ],
  [[1, '46']],
  [[0, '47']],
];

/** By number, from 01. */
const names = (
  'Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa Niigata ' +
  'Toyama Ishikawa Fukui Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo Nara Wakayama Tottori ' +
  'Shimane Okayama Hiroshima Yamaguchi Tokushima Kagawa Ehime Kochi Fukuoka Saga Nagasaki Kumamoto Oita Miyazaki ' +
  'Kagoshima Okinawa'
).split(' ');

/** The 47 prefectures of Japan as tiles, by ISO 3166-2 code (`JP-13`). */
export const japanTiles: readonly Tile[] = rows.flatMap((places, row) =>
  places.map(([column, number]) => ({
    region: `JP-${number}`,
    name: names[Number(number) - 1]!,
    column,
    row,
  })),
);
