using System.Globalization;
using Spectre.Console;

namespace Axis.Simulator.Days;

/// <summary>What the terminal shows of a nation that lives through days.</summary>
internal static class DaysScreen
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static void Begin(DaysPlan plan) => AnsiConsole.MarkupLineInterpolated(
        CultureInfo.InvariantCulture,
        $"{plan.Days} ngày, {plan.Letters.Count} văn bản, {plan.Faults.Count} sự cố định trước ({plan.Days} days, {plan.Letters.Count} letters, {plan.Faults.Count} faults)");

    public static void Show(EndedDay day) => AnsiConsole.MarkupLineInterpolated(
        CultureInfo.InvariantCulture,
        $"{day.Day.ToString("dddd dd/MM/yyyy", Vietnamese),-20} {(day.IsWorking ? "làm việc" : "nghỉ"),-8}  gửi {day.Sent,4}  nhận {day.Received,5}  cảnh báo {day.AlertsOpened,3}, đóng {day.AlertsClosed,3}");
}
