using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Axis.Hub.Statements.Counting;

/// <summary>What the door's findings say for the columns of a statement.</summary>
/// <param name="IsLate">Sent after the limit (R12).</param>
/// <param name="IsUnsigned">Without a signature, or with a bad one (R10).</param>
/// <param name="PaperAlsoSent">Paper follows a type of the list of 775/VPCP-KSTT.</param>
internal readonly record struct DocumentFindings(bool IsLate, bool IsUnsigned, bool PaperAlsoSent)
{
    /// <summary>Beginning of the codes of document signatures (R10).</summary>
    private const string SignatureCodes = "AXS-31";

    public static DocumentFindings Of(string findings)
    {
        if (findings.Length <= 2)
        {
            return default;
        }

        var codes = WireJson.Read<List<Finding>>(Encoding.UTF8.GetBytes(findings)).Select(finding => finding.Code).ToHashSet(StringComparer.Ordinal);
        return new(
            codes.Contains(ErrorCatalogue.LateSent.Code) || codes.Contains(ErrorCatalogue.LateSentProvisional.Code),
            codes.Any(code => code.StartsWith(SignatureCodes, StringComparison.Ordinal)),
            codes.Contains(ErrorCatalogue.PaperAlsoSent.Code));
    }
}
