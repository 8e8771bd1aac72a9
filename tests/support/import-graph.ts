import ts from 'typescript';

/** Source texts by path, such as `src/engine/plan.ts`. */
export type Sources = ReadonlyMap<string, string>;

/**
 * The rooms of `src/` in layers: a room may import from the layers below it, and from its neighbours in the same
 * layer as long as no circle arises. Add a new room here.
 */
const layers: readonly (readonly string[])[] = [
  ['errors', 'version', 'optional-peer', 'elementary'],
  ['random', 'distributions', 'statistics'],
  ['blocks'],
  ['advisories'],
  ['demand'],
  ['scenario'],
  ['engine'],
  ['sampling'],
  ['projections'],
  ['data', 'calibration', 'economy', 'sensitivity', 'formulas', 'tables', 'charts'],
  ['workers'],
  ['node', 'web', 'cluster'],
  ['index'],
];

const hostRooms: readonly string[] = ['node', 'web', 'cluster'];

/** Packages that only some places may import, by prefix of the path. */
const confined: Readonly<Record<string, readonly string[]>> = {
  mathjs: ['src/formulas/', 'src/economy/', 'src/calibration/'],
  'ml-matrix': ['src/economy/'],
  bullmq: ['src/cluster/'],
  ioredis: ['src/cluster/'],
  seedrandom: ['src/random/key.ts', 'src/random/seedrandom.d.ts'],
};

/** What is exact on every engine; everything else of `Math` differs between engines or is random. */
const exactMath: ReadonlySet<string> = new Set(
  'abs ceil floor round trunc sign sqrt min max imul fround clz32 E PI LN2 LN10 LOG2E LOG10E SQRT2 SQRT1_2'.split(
    ' ',
  ),
);

/** Names that bring in the clock, chance or the locale. */
const ambient: ReadonlySet<string> = new Set(['Date', 'performance', 'crypto', 'Intl', 'eval', 'Function']);
/** Those that host rooms may use: rates and times left need a clock, and no number of a run sees it. */
const ambientOfHosts: ReadonlySet<string> = new Set(['performance']);
const localeBound: ReadonlySet<string> = new Set([
  'localeCompare',
  'toLocaleString',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
]);

/** `src/engine/plan.ts` is in `engine`, `src/index.ts` in `index`. */
function roomOf(path: string): string {
  return path.split('/')[1]!.replace(/\.ts$/, '');
}

function layerOf(room: string): number {
  return layers.findIndex((layer) => layer.includes(room));
}

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Path of the file it stands for; null for a package. */
  readonly target: string | null;
}

function importsOf(path: string, text: string): Import[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: specifier }) => ({
    from: path,
    specifier,
    target: specifier.startsWith('.') ? new URL(specifier, `file:///${path}`).pathname.slice(1) : null,
  }));
}

/** The first circle in a graph, as the names along it; null where there is none. */
function findCircle(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (node: string): string[] | null => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return null;
    trail.push(node);
    for (const next of edges.get(node) ?? []) {
      const circle = visit(next);
      if (circle !== null) return circle;
    }
    trail.pop();
    done.add(node);
    return null;
  };
  for (const node of edges.keys()) {
    const circle = visit(node);
    if (circle !== null) return circle;
  }
  return null;
}

function addEdge(edges: Map<string, Set<string>>, from: string, to: string): void {
  edges.set(from, (edges.get(from) ?? new Set()).add(to));
}

/** What is wrong with one import, the order of the rooms apart from circles; null where nothing is. */
function importProblem(one: Import, sources: Sources, dependencies: ReadonlySet<string>): string | null {
  const says = `${one.from} imports ${one.specifier}`;
  const room = roomOf(one.from);
  if (one.target !== null) {
    if (!one.target.startsWith('src/')) return `${says}: outside src`;
    if (!sources.has(one.target))
      return one.target.endsWith('.ts') ? `${says}: no such file` : `${says}: not a .ts file`;
    const other = roomOf(one.target);
    if (layerOf(other) > layerOf(room)) return `${says}: back edge from ${room} to ${other}`;
    return null;
  }
  if (one.specifier.startsWith('node:')) {
    return hostRooms.includes(room) ? null : `${says}: only ${hostRooms.join(', ')} may`;
  }
  const name = one.specifier.split('/', one.specifier.startsWith('@') ? 2 : 1).join('/');
  if (!dependencies.has(name)) return `${says}: not among the dependencies`;
  const places = confined[name];
  if (places !== undefined && !places.some((place) => one.from.startsWith(place))) {
    return `${says}: only ${places.join(', ')} may`;
  }
  return null;
}

/** Places in one file that would make its bits depend on the engine, the clock, chance or the locale. */
function ambientProblems(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const problems: string[] = [];
  const allowed: ReadonlySet<string> = hostRooms.includes(roomOf(path)) ? ambientOfHosts : new Set();
  const report = (node: ts.Node, what: string): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    problems.push(`${path}:${line + 1} uses ${what}`);
  };
  const power: ReadonlySet<ts.SyntaxKind> = new Set([
    ts.SyntaxKind.AsteriskAsteriskToken,
    ts.SyntaxKind.AsteriskAsteriskEqualsToken,
  ]);
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isBinaryExpression(node) && power.has(node.operatorToken.kind)) report(node, '**');
    if (ts.isPropertyAccessExpression(node) && localeBound.has(node.name.text)) report(node, node.name.text);
    if (ts.isIdentifier(node)) {
      const parent = node.parent;
      const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
      const isKey =
        (ts.isPropertyAssignment(parent) ||
          ts.isPropertySignature(parent) ||
          ts.isPropertyDeclaration(parent)) &&
        parent.name === node;
      if (!isMember && !isKey && ambient.has(node.text) && !allowed.has(node.text)) report(node, node.text);
      if (!isMember && !isKey && node.text === 'Math') {
        const member =
          ts.isPropertyAccessExpression(parent) && parent.expression === node ? parent.name.text : '';
        if (!exactMath.has(member)) report(node, member === '' ? 'Math as a value' : `Math.${member}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return problems;
}

/** Everything that is wrong with the imports and the ambient names of a source tree, in words. */
export function checkSources(sources: Sources, dependencies: Iterable<string>): string[] {
  const declared = new Set(dependencies);
  const problems: string[] = [];
  const files = new Map<string, Set<string>>();
  const rooms = new Map<string, Set<string>>();
  for (const [path, text] of sources) {
    if (layerOf(roomOf(path)) === -1) problems.push(`${path}: the room has no place in the order of rooms`);
    for (const one of importsOf(path, text)) {
      const problem = importProblem(one, sources, declared);
      if (problem !== null) problems.push(problem);
      if (one.target === null || !sources.has(one.target)) continue;
      addEdge(files, path, one.target);
      if (roomOf(path) !== roomOf(one.target)) addEdge(rooms, roomOf(path), roomOf(one.target));
    }
    problems.push(...ambientProblems(path, text));
  }
  for (const [what, edges] of [['files', files] as const, ['rooms', rooms] as const]) {
    const circle = findCircle(edges);
    if (circle !== null) problems.push(`circle of ${what}: ${circle.join(' -> ')}`);
  }
  return problems;
}
