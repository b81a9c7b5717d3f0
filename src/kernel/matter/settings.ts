/**
 * For the connections of an engine's own pool. Its few statements are prepared once for all sizes of batch: planned anew for
 * each, they would take longer to plan than to run. A plan made on the first day's small tables must look its rows up by key,
 * or it would read the whole table for every act when that has grown.
 */
export const ENGINE_SETTINGS = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  jit: 'off',
} as const;
