// Who took what from whom, in the terms of W3C PROV (w3.org/TR/prov-dm).
#pragma once

#include "base/write.h"
#include "narrate/account.h"

namespace hearsay {

// Articles, claims and what origins said are entities; outlets and origins are agents. An article is attributed to its
// outlet; a copy is derived from the earlier article, a revision of one is a prov:Revision; a claim is a
// prov:Quotation of its article and is derived from what its origin said, its prov:PrimarySource.
void write_prov_json(const Account& account, const Write& write);
void write_prov_n(const Account& account, const Write& write);

}  // namespace hearsay
