using System.Globalization;
using Axis.Contracts.Errors;

namespace Axis.Hub.Platform.Bus;

/// <summary>A message that no stage may see. MassTransit moves it to its dead letters with this reason.</summary>
internal sealed class MessageRefusedException(ErrorEntry error, string detail = "", Exception? inner = null)
    : Exception($"{error.Code} {string.Format(CultureInfo.InvariantCulture, error.English, detail)}", inner)
{
    public ErrorEntry Error => error;
}
