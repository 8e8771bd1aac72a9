import fc from 'fast-check';
import {untruncated,continuous,probability} from './arbitrary-distributions.ts';
import {quantile,prepareQuantile} from '../../../src/distributions/quantile.ts';
import {lawOf} from '../../../src/distributions/families.ts';
import {variance} from '../../../src/distributions/moments.ts';
let worst=0;const slow:any[]=[];
for(const of of fc.sample(untruncated,{numRuns:1500,seed:+process.argv[2]!})){
 const t=performance.now();
 const low=quantile(of,.05+Math.random()*.5),high=quantile(of,.7); if(!(low<high))continue;
 const d={kind:'truncated',of,low,high} as any;
 const f=prepareQuantile(d);const t0=performance.now();for(let i=1;i<50;i++)f(i/50); f(1e-15);f(1-1e-15);const t1=performance.now();
 const v=variance(d);const t2=performance.now();
 slow.push([t2-t,t0-t,t1-t0,t2-t1,JSON.stringify(d)]);
 if(!(v>=0))console.log('BAD',v,JSON.stringify(d));
}
slow.sort((a,b)=>b[0]-a[0]);for(const s of slow.slice(0,6))console.log(s.map((x:any)=>typeof x==='number'?x.toFixed(1):x).join(' '));
