namespace Axis.Contracts.Edxml;

/// <summary>Writes the envelope in the order of the national client (vxp-protocol 7).</summary>
internal sealed class HeaderWriter(ElementWriter write)
{
    private const string P = EdxmlNames.Prefix + ":";

    public void Edoc(EdocHeader header)
    {
        write.Open(P + "MessageHeader");
        Organization("From", header.From);
        foreach (var receiver in header.To)
        {
            Organization("To", receiver);
        }

        write.Text(P + "DocumentId", header.DocumentId);
        write.Open(P + "Code");
        write.Text(P + "CodeNumber", header.Code.Number);
        write.Text(P + "CodeNotation", header.Code.Notation);
        write.Close();
        write.Open(P + "PromulgationInfo");
        write.Text(P + "Place", header.Place);
        write.Date(P + "PromulgationDate", header.PromulgationDate);
        write.Close();
        write.Open(P + "DocumentType");
        write.Number(P + "Type", header.TypeCode);
        write.Number(P + "TypeDetail", header.TypeDetail);
        write.Text(P + "TypeName", header.TypeName);
        write.Close();
        write.Text(P + "Subject", header.Subject);
        write.Text(P + "Content", header.Content);
        write.Open(P + "SignerInfo");
        write.Text(P + "Competence", header.Signer.Competence);
        write.Text(P + "Position", header.Signer.Position);
        write.Text(P + "FullName", header.Signer.FullName);
        write.Close();
        write.Date(P + "DueDate", header.DueDate);
        Other(header);
        foreach (var response in header.ResponseFor)
        {
            Response(response);
        }

        write.Number(P + "SteeringType", header.SteeringType);
        Texts("ToPlaces", "Place", header.ToPlaces);
        Texts("ResponseForTask", "TaskCode", header.TaskCodes);
        write.Text(P + "ApplicationType", header.ApplicationType);
        write.Close();
    }

    public void Status(StatusHeader header)
    {
        write.Open(P + "MessageHeader");
        Organization("From", header.From);
        Response(header.ResponseFor);
        Staff(header.Staff);
        write.Text(P + "StatusCode", header.StatusCode);
        write.Text(P + "Description", header.Description);
        write.Timestamp(P + "Timestamp", header.Timestamp);
        write.Close();
    }

    public void Traces(IReadOnlyList<TraceHeader> traces, Business? business)
    {
        write.Open(P + "TraceHeaderList");
        new BusinessWriter(write, this).Write(business ?? new());
        foreach (var trace in traces)
        {
            write.Open(P + "TraceHeader");
            write.Text(P + "OrganId", trace.OrganId);
            write.Timestamp(P + "Timestamp", trace.Timestamp);
            write.Close();
        }

        write.Close();
    }

    public void Staff(StaffInfo? staff)
    {
        if (staff is null)
        {
            return;
        }

        write.Open(P + "StaffInfo");
        write.Text(P + "Department", staff.Department);
        write.Text(P + "Staff", staff.Staff);
        write.Text(P + "Email", staff.Email);
        write.Text(P + "Mobile", staff.Mobile);
        write.Close();
    }

    public void Texts(string list, string item, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        write.Open(P + list);
        foreach (var text in texts)
        {
            write.Text(P + item, text);
        }

        write.Close();
    }

    private void Other(EdocHeader header)
    {
        write.Open(P + "OtherInfo");
        write.Number(P + "Priority", header.Priority);
        write.Text(P + "SphereOfPromulgation", header.SphereOfPromulgation);
        write.Text(P + "TyperNotation", header.TyperNotation);
        write.Number(P + "PromulgationAmount", header.PromulgationAmount);
        write.Number(P + "PageAmount", header.PageAmount);
        write.Flag(P + "Direction", header.Direction);
        Texts("Appendixes", "Appendix", header.Appendixes);
        write.Close();
    }

    private void Organization(string name, Organization organization)
    {
        write.Open(P + name);
        write.Text(P + "OrganId", organization.OrganId);
        write.Text(P + "OrganizationInCharge", organization.OrganizationInCharge);
        write.Text(P + "OrganName", organization.OrganName);
        write.Text(P + "OrganAdd", organization.OrganAdd);
        write.Text(P + "Email", organization.Email);
        write.Text(P + "Telephone", organization.Telephone);
        write.Text(P + "Fax", organization.Fax);
        write.Text(P + "Website", organization.Website);
        write.Close();
    }

    private void Response(ResponseReference reference)
    {
        write.Open(P + "ResponseFor");
        write.Text(P + "OrganId", reference.OrganId);
        write.Text(P + "Code", reference.Code);
        write.Text(P + "DocumentId", reference.DocumentId);
        write.Date(P + "PromulgationDate", reference.PromulgationDate);
        write.Close();
    }
}
