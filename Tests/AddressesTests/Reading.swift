import Addresses

/// What an address was read as, in the terms of the standard's `URL` interface but without the signs between its parts.
struct Reading: Codable, Hashable {
  var scheme: String
  var username: String
  var password: String
  var host: String
  var port: String
  var path: String
  var query: String
  var fragment: String
}

extension Reading {
  init(_ address: WebAddress) {
    scheme = address.scheme
    username = address.username
    password = address.password
    host = address.host?.text ?? ""
    port = address.port.map { String($0) } ?? ""
    path = address.path
    query = address.query ?? ""
    fragment = address.fragment ?? ""
  }
}
