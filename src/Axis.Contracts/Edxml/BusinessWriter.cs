namespace Axis.Contracts.Edxml;

/// <summary>Writes <c>Bussiness</c> (sic), with which the national client begins TraceHeaderList.</summary>
internal sealed class BusinessWriter(ElementWriter write, HeaderWriter header)
{
    private const string P = EdxmlNames.Prefix + ":";

    public void Write(Business business)
    {
        write.Open(P + "Bussiness");
        write.Number(P + "BussinessDocType", (int)business.DocType);
        write.Text(P + "BussinessDocReason", business.Reason);
        write.Number(P + "Paper", business.Paper);
        write.Text(P + "DocumentId", business.DocumentId);
        if (business.DocumentInfo is { } info)
        {
            write.Open(P + "BussinessDocumentInfo");
            Bit("DocumentInfo", info.DocumentInfo);
            Bit("DocumentReceiver", info.DocumentReceiver);
            Receivers(info.Receivers);
            write.Close();
        }

        Replacements(business.Replacements);
        header.Staff(business.Staff);
        write.Close();
    }

    private void Bit(string name, bool? value) => write.Number(P + name, value is null ? null : value.Value ? 1 : 0);

    private void Receivers(IReadOnlyList<ReceiverChange> receivers)
    {
        if (receivers.Count == 0)
        {
            return;
        }

        write.Open(P + "ReceiverList");
        foreach (var receiver in receivers)
        {
            write.Open(P + "Receiver");
            write.Text(P + "OrganId", receiver.OrganId);
            write.Number(P + "ReceiverType", receiver.ReceiverType);
            write.Close();
        }

        write.Close();
    }

    private void Replacements(IReadOnlyList<ReplacementInfo> replacements)
    {
        if (replacements.Count == 0)
        {
            return;
        }

        write.Open(P + "ReplacementInfoList");
        foreach (var replacement in replacements)
        {
            write.Open(P + "ReplacementInfo");
            write.Text(P + "DocumentId", replacement.DocumentId);
            header.Texts("OrganIdList", "OrganId", replacement.OrganIds);
            write.Close();
        }

        write.Close();
    }
}
