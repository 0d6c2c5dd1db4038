// What the server answers to requests that only read: a function of the request and the store, without a network.
#pragma once

#include "persist/store.h"
#include "present/page/desk_frame.h"
#include "serve/request.h"

namespace hearsay {

// web/openapi.json describes each path for programs; for readers there are
//   /             the list of stories       /stories/ID            a story's page
//   /changes      what changed              /changes.atom          the same as a feed
//   /sources      who says what             /sources?name=NAME     what one source said, over all stories
//   /feeds        the state of the feeds  /corrections          those in force
// What does not exist is 404, a parameter that makes no sense 400; both say why as {"error":"..."}, but a path outside
// /api/ that is none of these is answered with a page. If the request already has the answer, by its ETag, it gets 304
// without a body. Throws StoreError.
WebAnswer answer(const WebRequest& request, const StoreReader& store, const Serving& serving = {});

}  // namespace hearsay
