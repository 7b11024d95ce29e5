package org.summertrip.users;

import org.summertrip.kit.testing.ManifestContract;

class UsersManifestIT extends ManifestContract {}
