import type { MongoQuery } from '@casl/ability';

/**
 * Which rows a rule is about: equality by field, or the operators `$eq $ne $lt $lte $gt $gte $in $nin $exists`, joined
 * by `$and $or $nor $not`.
 */
export type Where = MongoQuery;
