/** How the report looks: on a screen a column to read, on paper A4 without cut charts and rows. */
export const pageStyle: string = `
:root { color: #222; background: #fff; font: 16px/1.5 Helvetica, Arial, "DejaVu Sans", sans-serif; }
body { max-width: 720px; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid #ccc; padding-bottom: .2rem; }
p { margin: .5rem 0; }
.lead { font-size: 1.1rem; }
.note { color: #666; font-size: .85rem; }
ul.answer { padding-left: 1.2rem; }
ul.answer li { margin: .35rem 0; }
figure { margin: 1.4rem 0; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; display: block; }
table { border-collapse: collapse; width: 100%; font-size: .8rem; line-height: 1.35; margin: 1rem 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th { text-align: left; font-weight: normal; color: #666; border-bottom: 1px solid #999; vertical-align: bottom; }
th, td { padding: .22rem .6rem .22rem 0; }
td { border-bottom: 1px solid #eee; vertical-align: top; overflow-wrap: break-word; }
td.figure, th.figure { text-align: right; white-space: nowrap; }
pre { background: #f4f4f4; padding: .8rem; font-size: .8rem; line-height: 1.4; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
@page { size: A4; margin: 16mm 15mm; }
@media print {
  :root { font-size: 10.5pt; }
  body { max-width: none; margin: 0; padding: 0; }
  h2 { break-after: avoid; }
  caption { break-after: avoid; }
  thead { display: table-header-group; }
  table.short { break-inside: avoid; }
  tr, li { break-inside: avoid; }
}
`;
