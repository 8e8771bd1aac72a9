import type { Run } from '../engine/types.ts';
import { expectName, expectOptions, outOfRange, show, wrongType } from '../scenario/misuse.ts';
import type { ExposureEntry } from './exposure-types.ts';
import { checkMoney, renderPrices } from './money.ts';

/** The entries of a book, their revenue checked and in one currency and year. */
export function checkBook(book: unknown, run: Run): readonly ExposureEntry[] {
  if (!Array.isArray(book)) throw wrongType('book', 'a list of entries with origin and revenue', book);
  if (book.length === 0) throw outOfRange('book', 'at least one entry', book);
  const { flows, calendar } = run.scenario;
  const sectors = [...new Set(flows.map(({ sector }) => sector))];
  const checked = book.map((entry: ExposureEntry, index) => {
    const at = `book[${index}]`;
    if (typeof entry !== 'object' || entry === null)
      throw wrongType(at, 'an entry with origin and revenue', entry);
    expectOptions(at, entry, ['origin', 'sector', 'month', 'revenue']);
    if (typeof entry.origin !== 'string')
      throw wrongType(`${at}.origin`, 'a name such as "CHN"', entry.origin);
    if (entry.sector !== undefined) expectName(`${at}.sector`, 'a sector of the run', entry.sector, sectors);
    if (entry.month !== undefined)
      expectName(`${at}.month`, 'a month of the horizon', entry.month, calendar.months);
    const revenue = checkMoney(entry.revenue, `${at}.revenue`);
    if (revenue.amount < 0) throw outOfRange(`${at}.revenue`, 'an amount of 0 or more', revenue.amount);
    return { ...entry, revenue };
  });
  const [first] = checked;
  checked.forEach(({ revenue }, index) => {
    if (revenue.currency === first!.revenue.currency && revenue.year === first!.revenue.year) return;
    const expected = `${renderPrices(first!.revenue)}, as the first entry is in (convertMoney converts)`;
    throw new RangeError(
      `book[${index}].revenue: expected ${expected}, received ${show(renderPrices(revenue))}`,
    );
  });
  return checked;
}
