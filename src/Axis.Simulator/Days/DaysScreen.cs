using System.Globalization;
using Axis.Simulator.Faults;
using Spectre.Console;

namespace Axis.Simulator.Days;

/// <summary>What the terminal shows of a nation that lives through days.</summary>
internal static class DaysScreen
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>What is going to happen, and where to look for what goes wrong.</summary>
    public static void Begin(DaysPlan plan)
    {
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{plan.Days} ngày, {plan.Letters.Count} văn bản, {plan.Faults.Count} sự cố định trước ({plan.Days} days, {plan.Letters.Count} letters, {plan.Faults.Count} faults)");
        foreach (var fault in plan.Faults)
        {
            AnsiConsole.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"  {fault.Number,2} {fault.From:HH:mm dd/MM}-{fault.Until?.ToString("HH:mm dd/MM", CultureInfo.InvariantCulture),-11} {fault.Sender,3} {(fault.Sender is null ? " " : "→")} {fault.Receiver}  {FaultWords.Of(fault.Kind)}");
        }
    }

    public static void Show(EndedDay day) => AnsiConsole.MarkupLineInterpolated(
        CultureInfo.InvariantCulture,
        $"{day.Day.ToString("dddd dd/MM/yyyy", Vietnamese),-20} {(day.IsWorking ? "làm việc" : "nghỉ"),-8}  gửi {day.Sent,4}  nhận {day.Received,5}  cảnh báo {day.AlertsOpened,3}, đóng {day.AlertsClosed,3}");
}
