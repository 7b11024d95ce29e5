package org.summertrip.messaging;

import org.summertrip.kit.testing.ManifestContract;

class ManifestIT extends ManifestContract {}
