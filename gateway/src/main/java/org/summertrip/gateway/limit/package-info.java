/**
 * How often one may ask: every limit of the product in {@link org.summertrip.gateway.limit.LimitPolicy}, counted in Redis for all
 * replicas together, told on every answer.
 *
 * <p>A policy is a quota per window ({@code 1000/5s}): so much may come at once, and it grows back evenly, as in a leaky bucket.
 * Windows that start anew were rejected because they let twice the quota through at their seams; counters per replica because the
 * limit would depend on the number of replicas. A gateway takes a little in advance where there is plenty (see
 * {@link org.summertrip.gateway.limit.Buckets}). When Redis does not answer, everything is admitted: the limits protect against
 * overload and guessing, and refusing everybody would be the larger outage. users-service counts failed sign-ins per account by itself.
 */
package org.summertrip.gateway.limit;
