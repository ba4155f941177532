using Axis.Hub.Console;
using Axis.Hub.Ledger;

namespace Axis.Hub.Operate.Alerts;

/// <summary>Alerts for people.</summary>
internal static class AlertWords
{
    public static string Of(string kind, Words words) => kind switch
    {
        AlertRow.SecretRefused => words["Đã từ chối văn bản mang dấu bí mật nhà nước", "A document marked as a state secret was refused"],
        _ => kind,
    };
}
