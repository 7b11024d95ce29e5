package org.summertrip.graph;

import org.summertrip.kit.testing.ManifestContract;

class ManifestIT extends ManifestContract {}
