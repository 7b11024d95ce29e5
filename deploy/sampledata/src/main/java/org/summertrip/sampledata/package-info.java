/**
 * A small world to look at: people who are friends, plan trips, talk about them and share pictures.
 *
 * <p>{@link org.summertrip.sampledata.World} is made of nothing but a seed and a date;
 * {@link org.summertrip.sampledata.Loader} pushes it through the public API, the way any client would.
 */
package org.summertrip.sampledata;
