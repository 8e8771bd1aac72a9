/**
 * Travellers one by one, told from their side: each has a day of travel and a lead time, may be put off when the day
 * of booking comes, and may change their mind on a day of their own after an advisory begins. No shares, no
 * recursions, no cohorts: paths of suppression in closed form, cancellation as a random waiting time.
 */
export interface IndividualAdvisory {
  /** In force on days `onset <= d < end`; each on a track of its own, in force once. */
  readonly onset: number;
  readonly end: number;
  readonly suppression: number;
  readonly cancellation: number;
  readonly awareness: number;
  readonly cancelling: number;
  readonly recovery: number;
}

export interface Travellers {
  /** First day and length of each period of travel, and how many would travel in it, evenly over its days. */
  readonly periods: readonly {
    readonly begins: number;
    readonly days: number;
    readonly travellers: number;
  }[];
  readonly lags: readonly { readonly weight: number; readonly mean: number }[];
  readonly advisories: readonly IndividualAdvisory[];
  /** Is a booking made on this day open to cancellation by an advisory with this onset? */
  readonly isExposed: (bookedOn: number, onset: number) => boolean;
  /** Uniform on [0, 1). */
  readonly random: () => number;
}

export interface Counts {
  /** One for each period of travel. */
  readonly travelled: number[];
  readonly cancelled: number[];
  readonly notBooked: number[];
  /** Cancellations by the period in which they are made; those made before the first period apart. */
  readonly made: number[];
  readonly madeBefore: number;
}

/** Bookings are made before day `onset` or they know of the advisory. */
export function madeBeforeOnset(bookedOn: number, onset: number): boolean {
  return bookedOn < onset;
}

export function countIndividuals(travellers: Travellers): Counts {
  const { periods, advisories, isExposed, random } = travellers;
  const none = (): number[] => periods.map(() => 0);
  const counts = { travelled: none(), cancelled: none(), notBooked: none(), made: none(), madeBefore: 0 };
  periods.forEach((period, at) => {
    for (let traveller = 0; traveller < period.travellers; traveller++) {
      const travelDay = period.begins + Math.floor(random() * period.days);
      const bookingDay = travelDay - leadTime(travellers);
      if (advisories.some((advisory) => random() < deterrence(advisory, bookingDay))) {
        counts.notBooked[at]! += 1;
        continue;
      }
      const cancelDay = Math.min(
        ...advisories
          .filter((advisory) => isExposed(bookingDay, advisory.onset))
          .map((advisory) => dayOfSecondThoughts(advisory, random)),
      );
      // Those due travel at the end of the day, after its cancellations.
      if (cancelDay > travelDay) {
        counts.travelled[at]! += 1;
        continue;
      }
      counts.cancelled[at]! += 1;
      const made = periods.findIndex(({ begins, days }) => begins <= cancelDay && cancelDay < begins + days);
      if (made < 0) counts.madeBefore += 1;
      else counts.made[made]! += 1;
    }
  });
  return counts;
}

/** Days waited for a first success in trials of chance 1 / (1 + mean), for a lag chosen by weight. */
function leadTime({ lags, random }: Travellers): number {
  let left = random();
  const lag = lags.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  const { mean } = lag ?? lags.at(-1)!;
  return mean === 0 ? 0 : Math.floor(Math.log(1 - random()) / Math.log(mean / (1 + mean)));
}

/** Chance that an advisory keeps somebody from booking on a day. */
function deterrence(advisory: IndividualAdvisory, day: number): number {
  const { onset, end, suppression, awareness, recovery } = advisory;
  if (day < onset) return 0;
  const builtUp = suppression * (1 - left(Math.min(day + 1, end) - onset, awareness));
  return day < end ? builtUp : builtUp * left(day + 1 - end, recovery);
}

/** The day an advisory makes somebody cancel; never, for those it does not move and those still waiting at its end. */
function dayOfSecondThoughts(advisory: IndividualAdvisory, random: () => number): number {
  if (random() >= advisory.cancellation) return Number.POSITIVE_INFINITY;
  const waited = -advisory.cancelling * Math.log2(1 - random());
  const day = advisory.onset + Math.floor(waited);
  return day < advisory.end ? day : Number.POSITIVE_INFINITY;
}

function left(days: number, halfLife: number): number {
  return halfLife === 0 ? 0 : 2 ** (-days / halfLife);
}

/** mulberry32 (Tommy Ettinger, 2017, public domain): 32 bits of state, enough for some million travellers. */
export function smallGenerator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
