import Toolbox

extension MeasureRecord {
  /// Records measures of pages.
  package init(date: String, measures: [PageMeasure]) {
    self.init(date: date, pages: measures.map(Page.init))
  }
}

extension MeasureRecord.Page {
  package init(_ measure: PageMeasure) {
    self.init(path: measure.path, bytes: measure.bytes, requests: measure.requests, elements: measure.elements)
  }
}
