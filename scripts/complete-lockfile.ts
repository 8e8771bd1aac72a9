/**
 * Completes package-lock.json with the platform packages that a registry mirror did not list. npm leaves out optional
 * packages that it could not look up, and `npm ci` then refuses the file, here and on the platforms they are for. What
 * is missing follows from the lists of optional dependencies: the version is there, the platform is in the name.
 *
 * Run `npx tsx scripts/complete-lockfile.ts` after each change of the dependencies.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly peer?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  packages: Record<string, Entry>;
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];
const libraries: Readonly<Record<string, string>> = {
  gnu: 'glibc',
  gnueabihf: 'glibc',
  musl: 'musl',
  musleabihf: 'musl',
};

/** Optional dependencies without an entry, by the path their entry would have. */
export function missingEntries(lock: Lock): ReadonlyMap<string, Entry> {
  const missing = new Map<string, Entry>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const places = [`${path}/node_modules/${name}`, `node_modules/${name}`];
      if (places.some((place) => place in lock.packages)) continue;
      const words = name.split(/[-/]/);
      const os = words.find((word) => systems.includes(word));
      const cpu = words.find((word) => processors.includes(word));
      if (os === undefined || cpu === undefined) {
        throw new Error(
          `${name}: its platform cannot be told from its name; install it, or enter it by hand`,
        );
      }
      const libc = words.flatMap((word) => (os === 'linux' && word in libraries ? [libraries[word]!] : []));
      missing.set(`node_modules/${name}`, {
        version,
        ...(entry.dev === true && { dev: true }),
        ...(entry.peer === true && { peer: true }),
        optional: true,
        os: [os],
        cpu: [cpu],
        ...(libc.length > 0 && { libc }),
      });
    }
  }
  return missing;
}

const file = new URL('../package-lock.json', import.meta.url);
const lock: Lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingEntries(lock);
const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
lock.packages = Object.fromEntries(packages.sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.size} entries added`);
