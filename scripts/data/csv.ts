import { readFileSync } from 'node:fs';

export type Row = Readonly<Record<string, string>>;

/** Rows of a comma-separated file under `data/`, by the names in its first line; quotes as in RFC 4180. */
export function readRows(file: string): readonly Row[] {
  const [header, ...rows] = parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));
  if (header === undefined) throw new Error(`${file} is empty`);
  return rows.map((cells, index) => {
    if (cells.length !== header.length) throw new Error(`${file}, row ${index + 2}: ${cells.length} cells`);
    return Object.fromEntries(header.map((name, column) => [name, cells[column] ?? '']));
  });
}

/** A cell that must be there. */
export function cell(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`no column ${name}`);
  return value;
}

/** A number that must be there. */
export function numeric(row: Row, name: string): number {
  const text = cell(row, name);
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) throw new Error(`${name}: '${text}' is no number`);
  return value;
}

/** A number, or null where the cell is empty. */
export function optional(row: Row, name: string): number | null {
  return cell(row, name) === '' ? null : numeric(row, name);
}

function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[i++];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\n') {
      row.push(field);
      field = '';
      if (c === '\n') {
        rows.push(row);
        row = [];
      }
    } else field += c;
  }
  return rows;
}
