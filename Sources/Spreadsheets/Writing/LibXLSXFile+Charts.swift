internal import CXLSXWriter

extension LibXLSXFile {
  /// Lays a chart upon a sheet.
  func add(_ chart: Chart, to sheet: UnsafeMutablePointer<lxw_worksheet>) {
    let type = chart.isShare ? LXW_CHART_BAR_STACKED_PERCENT : LXW_CHART_BAR
    guard let target = unsafe workbook_add_chart(workbook, UInt8(type.rawValue)) else { return }
    unsafe chart_title_set_name(target, CellText.fitted(chart.title))
    var font = unsafe lxw_chart_font()
    unsafe font.size = 11
    unsafe chart_title_set_name_font(target, &font)
    for series in chart.series { unsafe add(series, chart.categories, to: target) }
    unsafe chart_legend_set_position(target, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    unsafe setAxes(chart, target)
    var options = unsafe lxw_chart_options()
    // Excel's own size of a chart without options.
    unsafe options.x_scale = Double(chart.width) / 480
    unsafe options.y_scale = Double(chart.height) / 288
    unsafe Self.cString(chart.description) { description in
      unsafe options.description = description
      _ = unsafe worksheet_insert_chart_opt(
        sheet, UInt32(chart.row), UInt16(chart.column), target, &options)
    }
  }

  private func add(
    _ series: Chart.Series, _ categories: Chart.Reference,
    to chart: UnsafeMutablePointer<lxw_chart>
  ) {
    guard let target = unsafe chart_add_series(chart, nil, nil) else { return }
    unsafe chart_series_set_name(target, series.name)
    unsafe chart_series_set_categories(
      target, tab(categories), UInt32(categories.rows.lowerBound), UInt16(categories.column),
      UInt32(categories.rows.upperBound), UInt16(categories.column))
    unsafe chart_series_set_values(
      target, tab(series.values), UInt32(series.values.rows.lowerBound),
      UInt16(series.values.column), UInt32(series.values.rows.upperBound),
      UInt16(series.values.column))
    var fill = lxw_chart_fill()
    fill.color = Palette.bar(series.tone)
    unsafe chart_series_set_fill(target, &fill)
    // A line around each part, so that neighbours stay apart in grey.
    var line = lxw_chart_line()
    line.color = 0x404040
    line.width = 0.5
    unsafe chart_series_set_line(target, &line)
  }

  private func setAxes(_ chart: Chart, _ target: UnsafeMutablePointer<lxw_chart>) {
    // Bars start at the bottom; people read from the top.
    unsafe chart_axis_set_reverse(target.pointee.y_axis)
    var font = unsafe lxw_chart_font()
    unsafe font.size = 8
    unsafe chart_axis_set_num_font(target.pointee.y_axis, &font)
    unsafe chart_axis_set_num_font(target.pointee.x_axis, &font)
    if let maximum = chart.maximum {
      unsafe chart_axis_set_min(target.pointee.x_axis, 0)
      unsafe chart_axis_set_max(target.pointee.x_axis, maximum)
      unsafe chart_axis_set_major_unit(target.pointee.x_axis, 1)
    }
    unsafe chart_set_series_gap(target, 40)
  }

  private func tab(_ reference: Chart.Reference) -> String {
    names[reference.sheet] ?? reference.sheet
  }
}
