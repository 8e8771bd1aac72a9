import type { Distribution, Lognormal, Quantity } from '../distributions/types.ts';
import type { Dispute, DisputeEvent, DisputeStage, Effect, Scenario } from '../scenario/types.ts';
import { chinaJapan2025 } from './china-japan-2025.ts';
import { mainlandPriors } from './preset.generated.ts';

/**
 * The dispute of November 2025 as stages: the flows of `chinaJapan2025`, the severity of words alone and of a stop of
 * tour sales each in its stage, and in place of the advisory's length the ways in which the dispute may go on. From the
 * statement of 7 November and the advisory of the 14th (facts) three paths lead out of the advisory: easing, stalemate,
 * and escalation to a stop of group sales and cuts of flights. Take one with
 * `force({ scenario, from: 'advisory', to: 'easing' })`, `'stalemate'`, `'group-stop'`.
 *
 * How long stages last and where they lead rests on six Chinese cases, which are few; what events do is assumed. Every
 * number says which it is. Nothing in it was known after 18 November 2025.
 */
export function dispute2025(): Scenario {
  const scenario = chinaJapan2025();
  const base = scenario.advisories.flatMap(({ effects }) => effects);
  return {
    ...scenario,
    title: 'The dispute of November 2025 between China and Japan, and its ways on',
    advisories: [],
    dispute: disputeOf(base),
  };
}

function disputeOf(base: readonly Effect[]): Dispute {
  return {
    start: { date: '2025-11-07', stage: 'statement' },
    stages: [
      {
        id: 'statement',
        title: 'Words in the Diet, 7 November',
        sojourn: constant(8, 'Advisory issued late on Friday, 14 November (AFP); counted from the 15th'),
        next: [way('advisory', 1, 'What happened')],
      },
      {
        id: 'advisory',
        title: 'Advice not to travel; study alert, films put off',
        effects: base.map((effect) => staged(effect, 'advisory')),
        sojourn: lasting(
          85,
          45,
          'Words alone: CHN_JPN_2010 69 days, CHN_PHL_2016 100; sd half of it (assumption)',
        ),
        next: [
          way('easing', 2.5, `words, then easing, in CHN_JPN_2010 and CHN_PHL_2016; ${prior}`),
          way('stalemate', 1.5, `words that dragged on in CHN_VNM_2014; ${prior}`),
          way('group-stop', 3.5, `sales stopped in CHN_JPN_2012, CHN_PHL_2012, CHN_KOR_2017; ${prior}`),
        ],
      },
      {
        id: 'stalemate',
        title: 'The advice stays, nothing moves',
        effects: base.map((effect) => staged(effect, 'stalemate')),
        sojourn: lasting(
          360,
          240,
          'Assumption: about a year, as CHN_JPN_2012 took to ease (369 days); CHN_VNM_2014 took longer',
        ),
        next: [
          way('easing', 0.85, 'Assumption: most stalemates fade'),
          way('group-stop', 0.15, 'Assumption'),
        ],
      },
      {
        id: 'group-stop',
        title: 'Group tours to Japan are no longer sold',
        effects: base.map((effect) => staged(effect, 'group-stop')),
        sojourn: lasting(320, 160, 'CHN_KOR_2017 271 days, CHN_JPN_2012 369; sd half of it (assumption)'),
        next: [
          way('easing', 2.5, `no cuts beyond sales in CHN_PHL_2012 and CHN_KOR_2017; ${prior}`),
          way('flight-cuts', 1.5, `carriers cut flights in CHN_JPN_2012; ${prior}`),
        ],
      },
      {
        id: 'flight-cuts',
        title: 'Carriers take flights out',
        effects: base.map((effect) => staged(effect, 'flight-cuts')),
        sojourn: lasting(
          210,
          120,
          'Assumption: a season of the timetable, 7 months; KOR_JPN_2019 went on for longer',
        ),
        next: [way('easing', 1, 'Assumption: flights come back before advice is withdrawn or with it')],
      },
      {
        id: 'easing',
        title: 'Advice withdrawn, demand comes back',
        sojourn: lasting(120, 60, 'Assumption'),
        next: [
          way('normal', 0.9, 'Assumption'),
          way('advisory', 0.1, 'Assumption: one easing in ten does not hold'),
        ],
      },
      { id: 'normal', title: 'As before' },
    ],
    events: events(),
  };
}

const prior = 'cases of six, and half a case more for each way (Jeffreys)';

/** Who stays away under one stage, stays away under the next: one draw for all, on the distribution of each. */
type Stage = 'advisory' | 'stalemate' | 'group-stop' | 'flight-cuts';

function staged(effect: Effect, stage: Stage): Effect {
  const id = effect.on.origin === 'HKG' ? 'hong-kong' : effect.id;
  const { suppression, cancellation, halfLives } =
    id === 'hong-kong' ? effect : mainlandEffect(effect, stage === 'advisory' || stage === 'stalemate');
  return {
    ...effect,
    id,
    suppression:
      id === 'individual' && stage === 'flight-cuts' ? cutOff() : together(suppression, `dispute-${id}`),
    cancellation:
      stage === 'advisory' ? together(cancellation, `dispute-${id}-cancellation`) : further(stage, id),
    halfLives,
  };
}

/** The stages say whether tours are sold, so each has the prior of its class alone. */
function mainlandEffect(effect: Effect, words: boolean): Effect {
  const prior = words ? mainlandPriors.words : mainlandPriors.stop;
  const source = `${words ? 'Class S2, words alone' : 'Class S3, a stop of tour sales'}, after 15-17 November 2025 (29% of tickets cancelled, one analyst’s count, sd a third of it)`;
  const isGroup = effect.id === 'group';
  return {
    ...effect,
    suppression: { kind: 'beta', ...(isGroup ? prior.groupSuppression : prior.suppression), source },
    cancellation: { kind: 'beta', ...(isGroup ? prior.groupCancellation : prior.cancellation), source },
    halfLives: {
      awareness: { kind: 'lognormal', ...prior.awareness, sharedAs: 'awareness', source },
      cancelling: { kind: 'lognormal', ...prior.cancelling, sharedAs: 'cancelling', source },
      recovery: { kind: 'lognormal', ...prior.recovery, sharedAs: 'recovery', source },
    },
  };
}

function together(quantity: Quantity, sharedAs: string): Quantity {
  if (typeof quantity === 'number') return quantity;
  const { factors: _, ...rest } = quantity;
  return { ...rest, sharedAs };
}

/** Individual travellers when flights are taken out. */
function cutOff(): Quantity {
  return {
    kind: 'beta',
    mean: 0.6,
    sd: 0.15,
    sharedAs: 'dispute-individual',
    source:
      'KOR_JPN_2019: boycott and cut flights, 65%, less the boycott of those who would fly all the same (assumption)',
  };
}

/** Of the bookings that outlived the advisory: tours can be cancelled again, and flights take their seats with them. */
function further(stage: Exclude<Stage, 'advisory'>, id: string): Quantity {
  if (stage === 'group-stop' && id === 'group') {
    return {
      kind: 'beta',
      mean: 0.8,
      sd: 0.1,
      source: 'One Tokyo operator of groups 80% (Reuters 2025-11-18), for tours left (assumption)',
    };
  }
  if (stage === 'flight-cuts' && id !== 'hong-kong') {
    return {
      kind: 'beta',
      mean: 0.25,
      sd: 0.1,
      source: 'ANA on China routes, October 2012: -24% passengers',
    };
  }
  return constant(0, 'Assumption: who kept a booking under the advisory keeps it');
}

function events(): readonly DisputeEvent[] {
  return [
    {
      id: 'beijing-talks',
      title: 'Talks of Kanai and Liu in Beijing: no settlement',
      date: '2025-11-18',
      probability: 1,
      duration: constant(60, 'Assumption: two months'),
      hazards: [{ to: 'easing', factor: guess(0.8, 0.2, 'talks without a result delay the next') }],
    },
    {
      id: 'spring-talks',
      title: 'Talks at a higher level that lead somewhere',
      date: '2026-03-01',
      delay: { kind: 'uniform', low: 0, high: 90, source: 'Assumption: some day from March to May 2026' },
      probability: { kind: 'beta', mean: 0.4, sd: 0.15, source: 'Assumption' },
      duration: constant(120, 'Assumption: four months'),
      hazards: [
        { to: 'easing', factor: guess(4, 2, 'easing four times as likely on any day') },
        { to: 'flight-cuts', factor: guess(0.3, 0.1, 'cuts less than a third as likely') },
      ],
    },
    {
      id: 'summit',
      title: 'A meeting of leaders at the Asia-Pacific summit in China, November 2026',
      date: '2026-11-15',
      probability: { kind: 'beta', mean: 0.5, sd: 0.2, source: 'Assumption: even odds that they meet' },
      duration: constant(180, 'Assumption: half a year'),
      hazards: [{ to: 'easing', factor: guess(3, 1.5, 'easing three times as likely on any day') }],
    },
    {
      id: 'retraction',
      title: 'The words in the Diet are taken back',
      date: '2025-12-01',
      delay: { kind: 'uniform', low: 0, high: 600, source: 'Assumption: any day' },
      probability: { kind: 'beta', mean: 0.05, sd: 0.04, source: 'Assumption: unlikely' },
      hazards: [{ to: 'easing', factor: guess(8, 4, 'what was asked for is given') }],
    },
    {
      id: 'patrol-incident',
      title: 'An incident of patrol ships',
      date: '2025-12-01',
      delay: { kind: 'uniform', low: 0, high: 690, source: 'Assumption: any day of the horizon' },
      probability: {
        kind: 'beta',
        mean: 0.25,
        sd: 0.1,
        source: 'Assumption: one in four over two years; CHN_JPN_2010 began with one',
      },
      duration: constant(90, 'Assumption: three months'),
      hazards: [
        { to: 'group-stop', factor: guess(3, 1.5, 'a stop three times as likely on any day') },
        { to: 'flight-cuts', factor: guess(3, 1.5, 'cuts three times as likely on any day') },
        { to: 'easing', factor: guess(0.4, 0.2, 'easing less than half as likely') },
        { from: 'easing', to: 'advisory', factor: guess(4, 2, 'an easing four times as likely to fail') },
      ],
    },
  ];
}

function constant(value: number, source: string): Distribution {
  return { kind: 'constant', value, source };
}

function way(to: string, weight: number, source: string): NonNullable<DisputeStage['next']>[number] {
  return { to, weight: constant(weight, source) };
}

function lasting(mean: number, sd: number, source: string): Lognormal {
  return { kind: 'lognormal', mean, sd, source };
}

function guess(mean: number, sd: number, why: string): Lognormal {
  return { kind: 'lognormal', mean, sd, source: `Assumption: ${why}` };
}
