// Generated from data/ by scripts/generate-data.ts. Do not edit.
import type { LeadTimeRow } from './series.ts';

export const leadTimeRows: readonly LeadTimeRow[] = [
  ["CHN","outbound","share booked within a month",0.73,"share","China Trading Desk 2024","sourced"],
  ["SGP","to Japan","typical",56,"days","Expedia 2016-17","sourced"],
  ["GBR","to Japan","typical",55,"days","Expedia 2016-17","sourced"],
  ["CAN","to Japan","typical",55,"days","Expedia 2016-17","sourced"],
  ["HKG","to Japan","typical",55,"days","Expedia 2016-17","sourced"],
  ["USA","to Japan","typical",40,"days","Expedia 2016-17","sourced"],
  ["KOR","to Japan","typical, upper bound",30,"days","Expedia 2016-17","sourced"],
  ["CHN","hotels in Portugal","median",32,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["KOR","hotels in Portugal","median",31,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["JPN","hotels in Portugal","median",32,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["USA","hotels in Portugal","median",51,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["DEU","hotels in Portugal","median",109,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["GBR","hotels in Portugal","median",102,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["CHN","hotels in Portugal","third quartile",56,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["CHN","hotels in Portugal","nine in ten",97,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["ALL","hotels in Portugal, channel: groups","of those who came",107,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["ALL","hotels in Portugal, channel: offline agents","of those who came",90,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["ALL","hotels in Portugal, channel: online","of those who came",43,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["ALL","hotels in Portugal, channel: direct","of those who came",11,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["ALL","hotels in Portugal, channel: corporate","of those who came",6,"days","Antonio, de Almeida and Nunes 2019, Data in Brief 22 (two Portuguese hotels 2015-17, computed)","derived"],
  ["CHN","to Japan, individual","median, plausible",30,"days","set between China Trading Desk 2024 and the Portuguese hotels","assumed"],
  ["CHN","to Japan, group","median, plausible",60,"days","set below the group channel of the Portuguese hotels","assumed"],
];
