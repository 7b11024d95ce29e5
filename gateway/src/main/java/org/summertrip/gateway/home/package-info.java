/**
 * What the gateway puts together from the answers of several services: the start screen of an app, and everything that is held about
 * one person. Each service is asked with the caller's own token and decides itself what it answers.
 */
package org.summertrip.gateway.home;
