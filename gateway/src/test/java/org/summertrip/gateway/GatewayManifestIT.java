package org.summertrip.gateway;

import org.summertrip.kit.testing.ManifestContract;

class GatewayManifestIT extends ManifestContract {}
