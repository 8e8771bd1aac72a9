/** Currencies in use, ISO 4217 (list one of the maintenance agency, 2025; funds and metals left out). */
const codes: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP ' +
    'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF ' +
    'IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD ' +
    'MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB ' +
    'RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD ' +
    'UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
);

/** What people write instead. */
const names: Readonly<Record<string, string>> = {
  YEN: 'JPY',
  RMB: 'CNY',
  YUAN: 'CNY',
  CNH: 'CNY',
  EURO: 'EUR',
  EUROS: 'EUR',
  DOLLAR: 'USD',
  DOLLARS: 'USD',
  POUND: 'GBP',
  WON: 'KRW',
  BAHT: 'THB',
};

export function isCurrency(text: string): boolean {
  return codes.has(text);
}

/** The code that was meant, where that can be told. */
export function suggestCurrency(text: string): string | null {
  const upper = text.trim().toUpperCase();
  if (codes.has(upper)) return upper;
  return Object.hasOwn(names, upper) ? names[upper]! : null;
}
