/** Text made safe to stand in HTML, in attributes too. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A column of a table: figures stand flush right. */
export interface HtmlColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  readonly kind: 'text' | 'figure';
}

/** Rows that fit on a page of A4: such a table is printed in one piece. */
const FITS_A_PAGE = 30;

export function htmlTable<Row>(
  caption: string,
  rows: readonly Row[],
  columns: readonly HtmlColumn<Row>[],
): string {
  const classOf = ({ kind }: HtmlColumn<Row>): string => (kind === 'figure' ? ' class="figure"' : '');
  const head = columns.map((column) => `<th scope="col"${classOf(column)}>${escapeHtml(column.title)}</th>`);
  const body = rows.map((row) => {
    const cells = columns.map((column) => `<td${classOf(column)}>${escapeHtml(column.cell(row))}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  const kept = rows.length <= FITS_A_PAGE ? ' class="short"' : '';
  return [
    `<table${kept}><caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody></table>`,
  ].join('\n');
}

/** An SVG picture to stand among others on one page: names inside it are made its own. */
export function inlineSvg(svg: string, name: string): string {
  return svg
    .replace(/\b(id="|clip-path="url\(#|fill="url\(#|stroke="url\(#|xlink:href="#)/g, `$1${name}-`)
    .replace(/<svg /, '<svg role="img" ');
}
