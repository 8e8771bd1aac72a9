// What the page first-projection.html uses: bundled into one file, so that the page needs nothing from elsewhere.
import { parse, View } from 'vega';
import { compile } from 'vega-lite';

export { projectArrivals, projectCancellations, simulate } from 'tourism-impact';
export { barChart, fanChart, reportSentences } from 'tourism-impact/charts';
export { chinaJapan2025 } from 'tourism-impact/data';

/** A chart as an element of the page. */
export async function draw(chart) {
  const view = new View(parse(compile(chart).spec), { renderer: 'none' });
  const holder = document.createElement('div');
  holder.innerHTML = await view.toSVG();
  return holder;
}

/** Sentences as a list. */
export function list(sentences) {
  const items = document.createElement('ul');
  for (const { text } of sentences)
    items.append(Object.assign(document.createElement('li'), { textContent: text }));
  return items;
}
