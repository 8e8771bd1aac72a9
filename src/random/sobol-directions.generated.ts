// Made by scripts/sobol-directions.py with SciPy 1.17.1: change that, not this.

/** Dimensions for which there are direction numbers, the first (which needs none) included. */
export const DIMENSIONS = 161;

/**
 * Initial direction numbers of new-joe-kuo-6.21201, dimension by dimension from the second: of the k-th, which is odd and
 * below 2^k, the k - 1 bits above the lowest, the lower first; six bits to a character, of code 48 and up.
 *
 * Source: Joe and Kuo (2008), SIAM Journal on Scientific Computing 30; https://web.maths.unsw.edu.au/~fkuo/sobol/.
 * Copyright (c) 2008, Frances Y. Kuo and Stephen Joe; BSD licence of three clauses.
 */
export const directions: string =
  '3DZY@:a=90TZj77<^ZRK<n8b=6EjOgcl]M4UWhG9`dRYHMDkOHCZGCH4]Q4`UUj4I7Em2fN\\>BRX5YFXQ7hk==?fD\\QbO3Vnn_o1;]:VlCkj81O]PJiQOPW2bBPIbDihl5P\\LG>biXgK^g@XN``Af:7f?49=:ZomZUZZV`:7MImme0HC@48L^8He8nl<;Od2mAK;Fb1?_FndB=hg_?UBd=TmLo>5jo\\a0:In>]2@DEkcGBgJ`M:D:dP688kM0f_m2Z6X\\0igHlOn1icfj758eoc>^m9U7BFD[_]N8`HPVEMPW?0RdYRNnZP[mm7SVfCG5C68`aG99QOHh9dY@K4^Y^c;k`b2We97Sej?:JYE@K[4oY4bCl7bld0llL>aj000BR\\gl[jH8NW\\Y6lj59^4fe=Z=eQBa2IPgYOV3iE=3JCVR]i\\]PS_V]6hoMZBHYS]=G2e;YLA85o]bI9c_o3=_<J\\bW]E:Cg1he^Wkd@4R0hFUm1:O:EVoODi<5KJcP;hCU<51WhIRO4_aKBm3F`W^[\\C?Cn4HG41_cmm2Je5bTA>Z1\\jo:cI2EYlLO[f>a3S7j<l`RY6JFF;NB<K]c9SlIfF209gSU7JLY>ZRGgJkjTYBEUQZTcLKi@SScBHiLQeDn9HWVQJb=QnkA@cnQ;m@0QOiJZL^7<9jQg;cAR@`Y[Pk05[CodKWF7lWc231OG@iJO@2:So=DK\\XeOg;@7?Qe1l5S5XcK2I]mb\\9UeWh<]`KTBX60H61JiMWiehHXZ]fREDAY?F_EnYEo6JMKh<PoVO8_;WN[?=XBT<7G>;PmdSCO9;5T_TBo1YFnbJB@PI;NaVU_l^QOE2NG=ioGG=UF_USYnJbGKd80Tf<EJJVneLTofe:HZcN59nLkSNUoB]Q=QSH<OF';
