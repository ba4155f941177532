using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>
/// R12: sent in time after signing (QĐ 28 Art. 6). Late is marked and never refused. A recall and an update carry the date of what they change, so they are not judged.
/// </summary>
internal static class SendingChecks
{
    public static IReadOnlyList<Finding> Find(Package package, DateTimeOffset now, WorkingCalendar calendar)
    {
        if (package is not { Edoc: { PromulgationDate: { } promulgated } header }
            || (package.Business?.DocType ?? BusinessDocType.New) is not (BusinessDocType.New or BusinessDocType.Replacement))
        {
            return [];
        }

        var due = new Deadlines(calendar, OfficeHours.Default).OfSending(promulgated, header.Priority);
        if (now <= due.Instant)
        {
            return [];
        }

        var (entry, severity) = due.IsProvisional
            ? (ErrorCatalogue.LateSentProvisional, Severity.Information)
            : (ErrorCatalogue.LateSent, Severity.Warning);
        return [Finding.Of(entry, severity, HeaderPath.Of("PromulgationInfo/PromulgationDate"),
            promulgated.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), due.Instant.ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture))];
    }
}
