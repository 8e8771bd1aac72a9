/** What JSON Schema tells editors of the parts of a scenario, by place in it: only `generate-schema.ts` needs it, and not whoever simulates. */
export const descriptions: Readonly<Record<string, string>> = {
  '/properties/prices/properties/currency': 'ISO 4217',
  '/properties/calendar/properties/start': 'First day of the horizon, YYYY-MM-01',
  '/properties/gdp': 'Gross domestic product a year, in major units of the currency',
  '/$defs/distribution': 'What is uncertain; mean and sd are those of the quantity itself',
  '/$defs/effects/items/properties/suppression': 'Share of would-be bookers who do not book, 0 to 1',
  '/$defs/effects/items/properties/cancellation':
    'Share of the bookings outstanding that will be cancelled, 0 to 1',
  '/$defs/effects/items/properties/halfLives/properties/awareness': 'Half-life of awareness, in days',
  '/$defs/effects/items/properties/halfLives/properties/cancelling': 'Half-life of cancelling, in days',
  '/$defs/effects/items/properties/halfLives/properties/recovery': 'Half-life of recovery, in days',
  '/$defs/effects/items/properties/seatCut': 'Share of the seats taken away, 0 to 1',
  '/$defs/flow/properties/baseline/oneOf/0/properties/arrivals/items': 'Arrivals of a month',
  '/$defs/flow/properties/baseline/oneOf/0/properties/noise': 'A factor, mean 1 by habit',
  '/$defs/flow/properties/baseline/oneOf/0/properties/level': 'A factor, mean 1 by habit',
  '/$defs/flow/properties/baseline/oneOf/1/properties/total': 'Arrivals of a year',
  '/$defs/flow/properties/baseline/oneOf/1/properties/growth': 'Growth a year, as a share',
  '/$defs/flow/properties/baseline/oneOf/1/properties/noise': 'A factor, mean 1 by habit',
  '/$defs/flow/properties/baseline/oneOf/2/properties/share': 'Share of the market of the forecast, 0 to 1',
  '/$defs/flow/properties/baseline/oneOf/3/properties/events/items/properties/date': 'YYYY-MM-DD',
  '/$defs/flow/properties/baseline/oneOf/3/properties/events/items/properties/arrivals':
    'Arrivals of the day',
  '/$defs/flow/properties/baseline/oneOf/3/properties/noise': 'A factor, mean 1 by habit',
  '/$defs/flow/properties/baseline/oneOf/3/properties/level': 'A factor, mean 1 by habit',
  '/$defs/flow/properties/leadTime/oneOf/0/properties/components/items/properties/mean': 'Mean lag, in days',
  '/$defs/flow/properties/leadTime/oneOf/1/properties/median': 'Days',
  '/$defs/flow/properties/leadTime/oneOf/1/properties/p90': 'Days',
  '/$defs/flow/properties/spend/anyOf/0': 'Spend per arrival, in major units of the currency',
  '/$defs/flow/properties/spend/anyOf/1/additionalProperties':
    'Spend per arrival, in major units of the currency',
  '/$defs/flow/properties/stay/properties/retention/items': 'Share who stay for another year, 0 to 1',
  '/$defs/flow/properties/nights': 'Nights per arrival',
  '/$defs/flow/properties/regions/additionalProperties': 'Share of the spend, 0 to 1',
  '/$defs/flow/properties/ordinaryCancellation':
    'Share of bookings cancelled in ordinary times, 0 to below 1',
  '/$defs/flow/properties/refunds/properties/prepaidShare': 'Share of the price paid before travel, 0 to 1',
  '/$defs/flow/properties/refunds/properties/price': 'Price of the trip, in major units of the currency',
  '/$defs/flow/properties/capacity/properties/loadFactor': 'Share of the seats taken, above 0 to 1',
  '/$defs/flow/properties/postponement/properties/share': 'Share of the lost arrivals, 0 to 1',
  '/$defs/flow/properties/postponement/properties/halfLives/properties/return':
    'Half-life of return, in days',
  '/$defs/flow/properties/postponement/properties/halfLives/properties/lapse': 'Half-life of lapse, in days',
  '/$defs/flow/properties/substitution/anyOf/0/properties/share': 'Share of the lost arrivals, 0 to 1',
  '/$defs/flow/properties/substitution/anyOf/0/properties/spend/anyOf/0':
    'Spend per replacing arrival, in major units of the currency',
  '/$defs/flow/properties/substitution/anyOf/0/properties/spend/anyOf/1/additionalProperties':
    'Spend per replacing arrival, in major units of the currency',
  '/$defs/flow/properties/substitution/anyOf/1/properties/parts/additionalProperties/properties/share':
    'Share of the lost arrivals, 0 to 1',
  '/$defs/flow/properties/substitution/anyOf/1/properties/parts/additionalProperties/properties/spend/anyOf/0':
    'Spend per replacing arrival, in major units of the currency',
  '/$defs/flow/properties/substitution/anyOf/1/properties/parts/additionalProperties/properties/spend/anyOf/1/additionalProperties':
    'Spend per replacing arrival, in major units of the currency',
  '/$defs/advisory/properties/onset/properties/date': 'YYYY-MM-DD',
  '/$defs/advisory/properties/onset/properties/delay': 'Days after the date',
  '/$defs/advisory/properties/duration': 'Time in force, in days',
  '/$defs/dispute/properties/start/properties/date': 'YYYY-MM-DD',
  '/$defs/dispute/properties/stages/items/properties/sojourn': 'How long a visit lasts, in days',
  '/$defs/dispute/properties/stages/items/properties/next/items/properties/weight': 'Relative weight',
  '/$defs/dispute/properties/events/items/properties/date': 'YYYY-MM-DD',
  '/$defs/dispute/properties/events/items/properties/delay': 'Days after the date',
  '/$defs/dispute/properties/events/items/properties/probability':
    'Share of the worlds in which it happens, 0 to 1',
  '/$defs/dispute/properties/events/items/properties/duration': 'Time for which the factors hold, in days',
  '/$defs/dispute/properties/events/items/properties/hazards/items/properties/factor':
    'Factor on the hazard of the transitions that match',
};
