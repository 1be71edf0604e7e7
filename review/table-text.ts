import { printable } from "../iam/printable.ts";

/** A table of texts: a cell is a list of lines, and an empty one is empty. */
export interface Table {
  /** Heading of the first column. */
  corner: string;
  columns: string[];
  rows: { name: string; cells: string[][] }[];
}

/**
 * Draws a table in at most `width` characters where that is possible: as a grid if it fits, else one block a row with
 * a line for each cell that is not empty. Lines end with a line feed.
 */
export function drawTable(table: Table, width: number): string {
  const escaped: Table = {
    corner: printable(table.corner),
    columns: table.columns.map(printable),
    rows: table.rows.map(({ name, cells }) => ({
      name: printable(name),
      cells: cells.map((cell) => cell.map(printable)),
    })),
  };
  const grid = drawGrid(escaped);
  const lines = (grid[0]?.length ?? 0) <= width ? grid : drawBlocks(escaped, width);
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

function drawGrid({ corner, columns, rows }: Table): string[] {
  const all = [[[corner], ...columns.map((column) => [column])], ...rows.map(({ name, cells }) => [[name], ...cells])];
  const widths = [corner, ...columns].map((_, index) => Math.max(...all.map((row) => widest(row[index] ?? []))));
  const rule = `+${widths.map((width) => "-".repeat(width + 2)).join("+")}+`;
  const draw = (row: string[][]) =>
    Array.from({ length: Math.max(1, ...row.map((cell) => cell.length)) }, (_, line) => {
      const texts = widths.map((width, index) => ` ${pad(row[index]?.[line] ?? "", width)} `);
      return `|${texts.join("|")}|`;
    });
  const [heading = [], ...body] = all.map(draw);
  // Rows of one line each need nothing between them.
  const between = body.some((lines) => lines.length > 1) ? [rule] : [];
  const lines = body.flatMap((row, index) => [...(index === 0 ? [] : between), ...row]);
  return [rule, ...heading, rule, ...lines, ...(body.length === 0 ? [] : [rule])];
}

function drawBlocks({ columns, rows }: Table, width: number): string[] {
  const indent = Math.max(0, ...columns.map(length)) + 4;
  return rows.flatMap(({ name, cells }) => {
    const lines = cells.flatMap((cell, index) => {
      if (cell.length === 0) return [];
      const wrapped = wrap(cell, Math.max(1, width - indent));
      return wrapped.map((text, line) => `  ${pad(line === 0 ? (columns[index] ?? "") : "", indent - 2)}${text}`);
    });
    return [name, ...(lines.length === 0 ? ["  (nothing)"] : lines)];
  });
}

/** Items with commas between them, in as few lines of `width` characters as they fit in; an item is never broken. */
export function wrap(items: string[], width: number): string[] {
  const lines: string[] = [];
  for (const [index, item] of items.entries()) {
    const text = index === items.length - 1 ? item : `${item},`;
    const last = lines.at(-1);
    if (last !== undefined && length(last) + 1 + length(text) <= width) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  }
  return lines;
}

const widest = (lines: string[]): number => Math.max(0, ...lines.map(length));

const pad = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - length(text)));

const graphemes = new Intl.Segmenter();

/** In characters as a reader counts them. */
function length(text: string): number {
  return [...graphemes.segment(text)].length;
}
