import Addresses

/// The parts of a parsed address, as in the standard's `URL` interface but without delimiters.
struct AddressReading: Codable, Hashable {
  var scheme: String
  var username: String
  var password: String
  var host: String
  var port: String
  var path: String
  var query: String
  var fragment: String
}

extension AddressReading {
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
